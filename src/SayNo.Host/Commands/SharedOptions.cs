using System.CommandLine;

namespace SayNo.Host.Commands;

/// <summary>The options that every command has.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> _database = new("--database", "-d")
    {
        Description = "The site's database: the path of an SQLite file, or a connection string: \"Data Source=...\" for SQLite, \"Host=...\" for PostgreSQL."
            + " Else the setting ConnectionStrings:Cms, else App_Data/sayno.db.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "A setting that stands above the settings file and the environment, such as SayNo:Recipe=blank. May be given more than once.",
        HelpName = "NAME=VALUE",
        Recursive = true,
    };

    private readonly Option<bool> _trace = new("--trace")
    {
        Description = "On an unexpected error, print where in the program it came from.",
        Recursive = true,
    };

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = $"Where to listen; several addresses are separated by semicolons. Else the setting Urls, else {Site.DefaultUrl}.",
        HelpName = "ADDRESSES",
    };

    public SharedOptions() => _set.Validators.Add(result =>
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"--set needs a name and a value, such as SayNo:Recipe=blank. \"{text}\" is not that.");
        }
    });

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_urls);
        root.Options.Add(_database);
        root.Options.Add(_set);
        root.Options.Add(_trace);
    }

    public bool IsTracing(ParseResult parsed) => parsed.GetValue(_trace);

    public HostOptions Read(ParseResult parsed) => new(
        parsed.GetValue(_database),
        parsed.GetValue(_urls),
        (parsed.GetValue(_set) ?? []).Select(text => text.Split('=', 2)).GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pairs => pairs.Key, pairs => (string?)pairs.Last()[1], StringComparer.OrdinalIgnoreCase));
}
