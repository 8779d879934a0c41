namespace SayNo.Testing;

/// <summary>
/// The W3C's HTML checker (vnu) and html-validate, from the npm registry: kept in <c>artifacts/checkers</c>, put there by the first test that wants them.
/// </summary>
public static class MarkupCheckers
{
    private static readonly string[] Packages = ["vnu-jar@26.9.27", "html-validate@10.17.0"];

    private static readonly string Folder = Repository.Path("artifacts/checkers");
    private static readonly string Jar = Path.Combine(Folder, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
    private static readonly string Script = Path.Combine(Folder, "node_modules", "html-validate", "bin", "html-validate.mjs");

    /// <summary>What the W3C's checker has to say of every <c>.html</c> file in a folder, one line each; nothing if they are all sound.</summary>
    /// <exception cref="InvalidOperationException">Java or the checker is not there and cannot be installed.</exception>
    public static async Task<IReadOnlyList<string>> AskW3CAsync(string pages, CancellationToken ct)
    {
        await InstallAsync(ct);
        var java = await Programs.FindOrInstallAsync("java", "default-jre-headless", ct);

        // Deep pages need more than the usual stack.
        return Lines(await Programs.RunAsync(java, ["-Xss1m", "-jar", Jar, "--format", "gnu", "--exit-zero-always", pages], ct));
    }

    /// <summary>What html-validate has to say, by the rules of a file.</summary>
    /// <exception cref="InvalidOperationException">Node.js or the checker is not there and cannot be installed.</exception>
    public static async Task<IReadOnlyList<string>> AskHtmlValidateAsync(string pages, string rules, CancellationToken ct)
    {
        await InstallAsync(ct);
        var node = await Programs.FindOrInstallAsync("node", "nodejs", ct);
        var (exitCode, output) = await Programs.RunAsync(node, [Script, "--config", rules, "--formatter", "text", pages], ct);

        return exitCode is 0 or 1 ? Lines((0, output)) : throw new InvalidOperationException($"html-validate ended with {exitCode}: {output}");
    }

    private static async Task InstallAsync(CancellationToken ct)
    {
        if (File.Exists(Jar) && File.Exists(Script))
        {
            return;
        }

        var npm = await Programs.FindOrInstallAsync("npm", "npm", ct);

        // Neither package needs its install script, and no script of a package runs here.
        var (exitCode, output) = await Programs.RunAsync(
            npm, ["install", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund", .. Packages], ct);

        if (exitCode != 0 || !File.Exists(Jar) || !File.Exists(Script))
        {
            throw new InvalidOperationException($"The tests of the markup need {string.Join(" and ", Packages)} from npm, and they could not be installed: {output}");
        }
    }

    private static List<string> Lines((int ExitCode, string Output) answer) =>
        answer.ExitCode == 0
            ? [.. answer.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains(".html", StringComparison.Ordinal))]
            : throw new InvalidOperationException($"The checker ended with {answer.ExitCode}: {answer.Output}");
}
