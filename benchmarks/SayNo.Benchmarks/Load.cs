using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SayNo.Benchmarks;

/// <summary>
/// Asks one address again and again over a few kept-alive connections, from a process of its own. It reads whole answers and does
/// little else, so that what is measured is the server.
/// </summary>
internal static class Load
{
    private const int Connections = 32;

    /// <summary>Runs in the load process: prints how many answers came, and how many of them had another status than expected.</summary>
    public static async Task<int> RunAsync(Uri address, string headers, int expectedStatus, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AskAsync(address, request, expectedStatus, until)));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Sum(count => count.Answers)} {counts.Sum(count => count.Wrong)}"));

        return 0;
    }

    /// <summary>Starts a load process and gives the answers per second.</summary>
    /// <exception cref="InvalidOperationException">An answer had another status than expected, or none came.</exception>
    public static async Task<double> MeasureAsync(string address, string headers, int expectedStatus, TimeSpan length)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };

        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Load).Assembly.Location);
        }

        foreach (var argument in new[] { "load", address, headers, expectedStatus.ToString(CultureInfo.InvariantCulture), length.TotalSeconds.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var words = (await process.StandardOutput.ReadToEndAsync()).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();

        return words is [var answers, "0"] && long.Parse(answers, CultureInfo.InvariantCulture) is > 0 and var count
            ? count / length.TotalSeconds
            : throw new InvalidOperationException($"{address} did not answer {expectedStatus} every time: {string.Join(' ', words)}");
    }

    private static async Task<(long Answers, long Wrong)> AskAsync(Uri address, byte[] request, int expectedStatus, long until)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[64 * 1024];
        var status = Encoding.ASCII.GetBytes($"HTTP/1.1 {expectedStatus} ");
        (long Answers, long Wrong) counts = (0, 0);

        while (Stopwatch.GetTimestamp() < until)
        {
            await socket.SendAsync(request);

            if (!await ReadAnswerAsync(socket, buffer, status))
            {
                counts.Wrong++;
            }

            counts.Answers++;
        }

        return counts;
    }

    private static async Task<bool> ReadAnswerAsync(Socket socket, byte[] buffer, byte[] status)
    {
        var received = 0;
        int headers;

        while ((headers = buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(received));

            if (more == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            received += more;
        }

        var isExpected = buffer.AsSpan(0, received).StartsWith(status);
        var missing = ContentLength(buffer.AsSpan(0, headers)) - (received - headers - 4);

        while (missing > 0)
        {
            missing -= await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(missing, buffer.Length)));
        }

        return isExpected;
    }

    private static int ContentLength(ReadOnlySpan<byte> headers)
    {
        var start = headers.IndexOf("Content-Length: "u8);

        if (start < 0)
        {
            return headers.StartsWith("HTTP/1.1 304"u8) ? 0 : throw new IOException("An answer came without Content-Length.");
        }

        var digits = headers[(start + 16)..];
        var end = digits.IndexOf((byte)'\r');

        return int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }
}
