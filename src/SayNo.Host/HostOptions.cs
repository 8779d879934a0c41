namespace SayNo.Host;

/// <summary>What the command line says about the site; the rest comes from settings files and the environment.</summary>
/// <param name="Database">A connection string, or the path of an SQLite file; none if the settings say it.</param>
/// <param name="Urls">Where to listen; none if the settings say it.</param>
/// <param name="Settings">Settings by name, which stand above all others.</param>
internal sealed record HostOptions(string? Database, string? Urls, IReadOnlyDictionary<string, string?> Settings);
