namespace SayNo.Testing;

/// <summary>Finds PostgreSQL's programs, and installs Debian's where there are none.</summary>
internal static class PostgresBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The folder of initdb and postgres.</summary>
    /// <exception cref="InvalidOperationException">There are none and they cannot be installed: the test fails, it does not skip.</exception>
    public static async Task<string> FindAsync()
    {
        if (Find() is { } folder)
        {
            return folder;
        }

        var refusal = await Programs.InstallFromDebianAsync("postgresql", Console.Error.WriteLine, CancellationToken.None);

        return Find() ?? throw new InvalidOperationException(
            $"These tests need PostgreSQL 15 or newer, and it could not be installed here ({refusal ?? "its programs were not found"})."
            + " Install it (Debian: apt-get install postgresql), then run them again.");
    }

    /// <summary>PostgreSQL refuses to run as root: the user to run it as instead.</summary>
    public static async Task<string> UserAsync() => await CommandLine.SucceedsAsync("id", "postgres") ? "postgres" : "nobody";

    private static string? Find()
    {
        var debian = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder)
                .OrderBy(folder => Path.GetFileName(folder) == "15" ? 0 : 1).ThenByDescending(folder => folder, StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

        return debian.Concat(path)
            .FirstOrDefault(folder => Programs.IsThere(Path.Combine(folder, "initdb")) && Programs.IsThere(Path.Combine(folder, "postgres")));
    }
}
