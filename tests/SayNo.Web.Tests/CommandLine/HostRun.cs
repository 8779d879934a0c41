using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SayNo.Testing;

namespace SayNo.Web.Tests.CommandLine;

/// <summary>The built program, started in a folder as a person at a terminal would.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private HostRun(string folder, IEnumerable<string> arguments)
    {
        _process.StartInfo = new ProcessStartInfo("dotnet", [HostProgram.Path, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        foreach (var setting in new[] { "ConnectionStrings__Cms", "ASPNETCORE_URLS", "URLS" })
        {
            _process.StartInfo.Environment.Remove(setting);
        }

        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public static HostRun Start(string folder, params IEnumerable<string> arguments) => new(folder, arguments);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<HostRun> CompleteAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var run = new HostRun(folder, arguments);
        await run.EndAsync();

        return run;
    }

    /// <summary>Starts serving on a free port, and waits for the first page.</summary>
    public static async Task<(HostRun Run, HttpClient Http)> ServeAsync(string folder, params IEnumerable<string> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}/";
        var run = Start(folder, ["--urls", address, .. arguments]);
        var http = new HttpClient { BaseAddress = new(address) };

        try
        {
            await run.UntilAsync(() => AnswersAsync(http));

            return (run, http);
        }
        catch
        {
            await run.DisposeAsync();

            throw;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Looks again and again, until it is so or the program has ended.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);

        while (!await isSo())
        {
            Assert.False(HasExited, $"The program has ended. It printed:\n{Output}\n{Errors}");
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Asks the program to end, as Ctrl+C and a service manager do.</summary>
    public async Task StopAsync(string signal = "TERM")
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await EndAsync();
    }

    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;

        if (!HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await EndAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));

            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void KillAtExit(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);

    private static void Keep(StringBuilder kept, string? line)
    {
        if (line is not null)
        {
            lock (kept)
            {
                kept.Append(line).Append('\n');
            }
        }
    }

    private static string Read(StringBuilder kept)
    {
        lock (kept)
        {
            return kept.ToString();
        }
    }
}
