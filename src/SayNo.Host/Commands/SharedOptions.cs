using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using SayNo.Content.Storage;

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

    public SharedOptions()
    {
        _set.Validators.Add(result => Refuse(result, text => text.IndexOf('=', StringComparison.Ordinal) < 1,
            "--set needs a name and a value, such as SayNo:Recipe=blank."));
        _urls.Validators.Add(result => Refuse(result, text => !text.Split(';').All(IsAddress),
            $"--urls needs addresses such as {Site.DefaultUrl} or http://*:8080."));
    }

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_urls);
        root.Options.Add(_database);
        root.Options.Add(_set);
        root.Options.Add(_trace);
    }

    public bool IsTracing(ParseResult parsed) => parsed.GetValue(_trace);

    /// <summary>Does something with the site that the options name; what the database then reports comes back as a sentence.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be used.</exception>
    public async Task<int> RunAsync(ParseResult parsed, SiteParts parts, Func<Site, Task<int>> command)
    {
        var site = new Site(parts, Read(parsed));

        try
        {
            return await command(site);
        }
        catch (Exception exception) when (exception is not CmsDatabaseException
            && (exception as DbException ?? exception.InnerException as DbException) is { } reported
            && site.Database.Explain(reported) is { } explained)
        {
            throw explained;
        }
    }

    private HostOptions Read(ParseResult parsed) => new(
        parsed.GetValue(_database),
        parsed.GetValue(_urls),
        (parsed.GetValue(_set) ?? []).Select(text => text.Split('=', 2)).GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pairs => pairs.Key, pairs => (string?)pairs.Last()[1], StringComparer.OrdinalIgnoreCase));

    private static void Refuse(OptionResult result, Func<string, bool> isWrong, string sentence)
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(isWrong))
        {
            result.AddError($"{sentence} \"{text}\" is not that.");
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http" or "https", Port: >= 0 and <= 65535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
