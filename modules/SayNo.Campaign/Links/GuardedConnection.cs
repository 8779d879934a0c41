using System.Net;
using System.Net.Sockets;

namespace SayNo.Campaign.Links;

/// <summary>
/// Opens connections to public web servers and to nothing else. It resolves the name itself and connects to the very address that it has
/// judged, so that a name that changes between two looks gains nothing.
/// </summary>
internal sealed class GuardedConnection(bool allowLoopback)
{
    private const int Http = 80;
    private const int Https = 443;

    public async ValueTask<Stream> OpenAsync(DnsEndPoint target, CancellationToken ct)
    {
        var found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, ct);
        var allowed = found.Where(address => IsAllowed(address, target.Port)).ToArray();

        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();

            throw;
        }
    }

    private bool IsAllowed(IPAddress address, int port) =>
        (allowLoopback && IPAddress.IsLoopback(address)) || (port is Http or Https && PublicAddresses.Hold(address));
}

/// <summary>An address that must not be opened from here.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address belongs to a private network, or asks for another port than those of the web.");
