using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SayNo.Testing;

/// <summary>One GET over a bare socket: the bytes that went over the wire, counted before any client could unpack them.</summary>
public sealed record Wire(int Status, int Bytes, string Head)
{
    public static async Task<Wire> GetAsync(Uri site, string path, CancellationToken ct, string codings = "gzip, deflate, br, zstd")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port, ct);
        await using var stream = client.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: {site.Authority}\r\nAccept-Encoding: {codings}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), ct);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, ct);
        var text = Encoding.Latin1.GetString(answer.ToArray());
        var head = text[..(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)];

        return new(int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture), (int)answer.Length, head);
    }

    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
