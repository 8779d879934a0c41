using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SayNo.Testing;

/// <summary>The program that ships, started from its build output on a free port, with a fresh database and the campaign's own recipe.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TempFolder _folder = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private RunningSite(IEnumerable<string> arguments)
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        Visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
        Visitor.BaseAddress = Address;
        _process = new() { StartInfo = Start(arguments) };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    public Uri Address { get; }

    /// <summary>A visitor's client: no cookies, and redirects are shown and not followed.</summary>
    public HttpClient Visitor { get; }

    /// <summary>Where the program runs and everything that it writes lies.</summary>
    public string Folder => _folder.Path;

    /// <summary>Everything that the program printed, its log included.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Everything that the program has written, its output included; bytes that are no text are letters of Latin-1.</summary>
    public IEnumerable<(string Name, string Text)> Written => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => (Path.GetFileName(file), ReadShared(file)))
        .Append(("what the program printed", Output));

    public static async Task<RunningSite> StartAsync(CancellationToken ct, params IEnumerable<string> arguments)
    {
        var site = new RunningSite(arguments);

        try
        {
            await site.StartAndWaitAsync(ct);

            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        Kill();
        await Task.Run(() => _process.WaitForExit(TimeSpan.FromSeconds(10)));
        _process.Dispose();
        Visitor.Dispose();
        _folder.Dispose();
    }

    private ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [HostProgram.Path, "--urls", Address.ToString(), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ConnectionStrings__Cms"] = $"Data Source={_folder.File("sayno.db")}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");

        return start;
    }

    private async Task StartAndWaitAsync(CancellationToken ct)
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var waited = Stopwatch.StartNew();

        while (!await AnswersAsync(ct))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{Address} did not answer within {waited.Elapsed.TotalSeconds:0} s. The program printed:\n{Output}");
            }

            await Task.Delay(100, ct);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await Visitor.GetAsync(new Uri("/", UriKind.Relative), ct);

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void KillAtExit(object? sender, EventArgs e) => Kill();

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It never started, or it has ended.
        }
    }

    /// <summary>The running program has some of its files open.</summary>
    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);

        return reader.ReadToEnd();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
