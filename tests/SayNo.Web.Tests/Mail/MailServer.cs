using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SayNo.Web.Tests.Mail;

/// <summary>A mail server that takes one letter and keeps it.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MailServer()
    {
        _listener.Start();
        Letter = TakeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What arrived: envelope and letter as they went over the wire.</summary>
    public Task<string> Letter { get; }

    public void Dispose() => _listener.Stop();

    private async Task<string> TakeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var taken = new StringBuilder();
        var isLetter = false;
        await writer.WriteLineAsync("220 test");

        while (await reader.ReadLineAsync() is { } line)
        {
            taken.Append(line).Append('\n');
            isLetter = isLetter ? line != "." : line == "DATA";

            if (!isLetter || line == "DATA")
            {
                await writer.WriteLineAsync(line switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
            }

            if (line is "QUIT" or ".")
            {
                break;
            }
        }

        return taken.ToString();
    }
}
