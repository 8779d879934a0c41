using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace SayNo.Benchmarks;

/// <summary>A server in a process of its own, on a free port of loopback.</summary>
internal sealed class Server : IDisposable
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    private readonly Process _process;

    private Server(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan StartedIn { get; private init; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();

            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process holds in memory now, in MB of 1,000,000 bytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();

            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>How much of it is the process's own, and no file that other processes share; null where the system does not say.</summary>
    public double? OwnMegabytes =>
        File.Exists($"/proc/{_process.Id}/status")
            ? File.ReadLines($"/proc/{_process.Id}/status")
                .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
                .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6)
            : null;

    /// <summary>The program as it ships, over a folder of data.</summary>
    public static Task<Server> SiteAsync(string folder, params string[] settings) =>
        StartAsync(port =>
        [
            Path.Combine(AppContext.BaseDirectory, "SayNo.Host.dll"),
            "--urls", $"http://127.0.0.1:{port}",
            "--database", $"Data Source={Path.Combine(folder, "sayno.db")}",
        ], folder, settings);

    public static Task<Server> BareAsync(string file, string contentType) =>
        StartAsync(port => [typeof(Server).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), file, contentType], Path.GetTempPath(), []);

    public async Task<byte[]> GetAsync(string path, string? acceptEncoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + path);

        if (acceptEncoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        }

        using var answer = await Client.SendAsync(request);

        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>The address of every country in every language that it has.</summary>
    public async Task<IReadOnlyList<string>> CountryPagesAsync() =>
    [
        .. from country in JsonNode.Parse(await GetAsync("/api/v1/countries?limit=200"))!["data"]!.AsArray()
           from locale in country["locales"]!.AsArray()
           select $"/{((string)country["scope"]!).ToLowerInvariant()}/{locale}",
    ];

    public async Task<string> TagAsync(string path)
    {
        using var answer = await Client.GetAsync(Address + path);

        return answer.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Server> StartAsync(Func<int, string[]> arguments, string folder, string[] settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", arguments(port)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        foreach (var setting in settings)
        {
            start.Environment[setting.Split('=')[0]] = setting.Split('=')[1];
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, said) => Console.Error.WriteLine(said.Data);
        process.BeginErrorReadLine();
        var address = $"http://127.0.0.1:{port}";
        await AnswersAsync(process, address);

        return new(process, address) { StartedIn = watch.Elapsed };
    }

    private static async Task AnswersAsync(Process process, string address)
    {
        var patience = Stopwatch.StartNew();

        while (patience.Elapsed < TimeSpan.FromMinutes(5))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with exit code {process.ExitCode} before it answered.");
            }

            try
            {
                using var answer = await Client.GetAsync(address + "/");

                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(2);
        }

        throw new TimeoutException("The server did not answer within five minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
