using System.ComponentModel;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>The Chromium that the tests drive: one of this machine, else Playwright's own download, else Debian's package.</summary>
public static class ChromiumProgram
{
    // The one without windows first: it draws the same pages in half the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] DebianPackages = ["chromium-headless-shell", "chromium"];

    private static readonly string[] Downloads =
    [
        "chrome-linux/chrome",
        "chrome-linux64/chrome",
        "chrome-win/chrome.exe",
        "chrome-win64/chrome.exe",
        "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    ];

    private static readonly TimeSpan DownloadPatience = TimeSpan.FromMinutes(2);

    public static async Task<string> FindOrInstallAsync(Action<string> say, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } found)
        {
            return found;
        }

        say("No Chromium is installed. Asking Playwright to download its own: playwright install chromium");
        var refusal = await DownloadAsync(ct);

        if (await FindAsync(ct) is { } downloaded)
        {
            say($"Playwright downloaded {downloaded}");

            return downloaded;
        }

        say($"Playwright's Chromium cannot be used: {refusal ?? "it does not start here, a system library may be missing"}");

        foreach (var package in DebianPackages)
        {
            refusal = await Programs.InstallFromDebianAsync(package, say, ct);

            if (await FindAsync(ct) is { } installed)
            {
                say($"Debian's Chromium is installed: {installed}");

                return installed;
            }
        }

        throw new InvalidOperationException(
            "The browser tests need Chromium, and it could not be installed here"
            + $" ({refusal ?? "Debian's package is installed but does not start"})."
            + " Install it (Debian: apt-get install chromium; elsewhere: Chrome or Chromium on PATH),"
            + " or set PLAYWRIGHT_CHROMIUM to the path of its program, and run the tests again.");
    }

    /// <summary>The first Chromium of this machine that starts.</summary>
    private static async Task<string?> FindAsync(CancellationToken ct)
    {
        foreach (var program in new[] { Environment.GetEnvironmentVariable("PLAYWRIGHT_CHROMIUM"), Programs.Find(Names), InPlaywrightsCache() })
        {
            if (File.Exists(program) && await StartsAsync(program, ct))
            {
                return program;
            }
        }

        return null;
    }

    private static async Task<bool> StartsAsync(string program, CancellationToken ct)
    {
        try
        {
            return await Programs.RunAsync(program, ["--version"], ct) is { ExitCode: 0 };
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string? InPlaywrightsCache()
    {
        var cache = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } set ? set : DefaultCache();

        return !Directory.Exists(cache) ? null : Directory.EnumerateDirectories(cache, "chromium-*")
            .SelectMany(folder => Downloads.Select(program => Path.Combine(folder, program)))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    private static string DefaultCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches", "ms-playwright")
            : Path.Combine(home, ".cache", "ms-playwright");
    }

    /// <summary>Why Playwright's download failed, or null; it runs as a program of its own, so that it can be given up.</summary>
    private static async Task<string?> DownloadAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(DownloadPatience);
        var (node, cli) = PlaywrightDriver();

        try
        {
            var (exitCode, output) = await Programs.RunAsync(node, [cli, "install", "chromium"], patience.Token);

            return exitCode == 0 ? null : ErrorLine(output);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"the download took longer than {DownloadPatience.TotalMinutes:0} minutes";
        }
    }

    private static (string Node, string Cli) PlaywrightDriver()
    {
        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.EnumerateFiles(Path.Combine(driver, "node"), "node*", SearchOption.AllDirectories)
            .First(path => Path.GetFileNameWithoutExtension(path) == "node");

        return (node, Path.Combine(driver, "package", "cli.js"));
    }

    private static string ErrorLine(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(line => line.Contains("Error", StringComparison.Ordinal)) ?? output.Trim();
}
