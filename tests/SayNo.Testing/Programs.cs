using System.Diagnostics;
using System.Text;

namespace SayNo.Testing;

/// <summary>Programs of the machine that tests stand on: found on PATH, run, or installed from Debian's packages.</summary>
public static class Programs
{
    public static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    public static string? Find(params IEnumerable<string> names) =>
        names.SelectMany(name => Folders().Select(folder => Path.Combine(folder, name))).FirstOrDefault(IsThere);

    /// <summary>Whether there is a program at a path; a link that an uninstalled package left behind is none.</summary>
    public static bool IsThere(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };

    /// <summary>The program on PATH, put there from Debian's package if it is not.</summary>
    /// <exception cref="InvalidOperationException">It is not there and cannot be installed.</exception>
    public static async Task<string> FindOrInstallAsync(string name, string package, CancellationToken ct)
    {
        if (Find(name) is { } found)
        {
            return found;
        }

        var refusal = await InstallFromDebianAsync(package, _ => { }, ct);

        return Find(name)
            ?? throw new InvalidOperationException($"The tests need {name} on PATH (Debian: apt-get install {package}): {refusal ?? "its package does not bring it"}");
    }

    /// <summary>Why Debian's package could not be installed, or null if it was.</summary>
    public static async Task<string?> InstallFromDebianAsync(string package, Action<string> say, CancellationToken ct)
    {
        if (Find("apt-get") is not { } apt)
        {
            return "this is not a Debian system";
        }

        if (!IsRoot)
        {
            return "only root may install a package";
        }

        await using var turn = await TurnAsync(ct);
        say($"Installing Debian's package {package}: apt-get update && apt-get install -y --no-install-recommends {package}");

        foreach (var arguments in new[] { ["update"], new[] { "install", "-y", "--no-install-recommends", package } })
        {
            if (await RunAsync(apt, arguments, ct) is { ExitCode: not 0 } failed)
            {
                return $"apt-get {arguments[0]} ended with {failed.ExitCode}: {failed.Output.Trim()}";
            }
        }

        return null;
    }

    /// <summary>What the program printed on both its outputs, and how it ended.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
        {
            return (process.ExitCode, output.ToString());
        }

        void Add(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    /// <summary>Several test projects may want a package at once; apt refuses the second, so it waits here for its turn.</summary>
    private static async Task<FileStream> TurnAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new(Path.Combine(Path.GetTempPath(), "sayno-tests-apt.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
            }
        }
    }

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
