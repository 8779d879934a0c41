using SayNo.Accounts.Admin;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;
using SayNo.Host.Commands;
using SayNo.Host.Databases;
using SayNo.Host.SetUp;
using SayNo.Web;
using SayNo.Web.Admin;

namespace SayNo.Host;

/// <summary>One site: its settings, its database, its files, and the program made for it.</summary>
internal sealed class Site
{
    public const string DefaultUrl = "http://localhost:5080";

    private const string DefaultDatabase = "Data Source=App_Data/sayno.db";

    private readonly SiteParts _parts;
    private readonly HostOptions _options;

    public Site(SiteParts parts, HostOptions options)
    {
        _parts = parts;
        _options = options;
        Settings = Builder().Configuration;
        Database = SiteDatabase.Of(options.Database ?? Settings.GetConnectionString("Cms") ?? DefaultDatabase);
        DataFolder = Database.Kind == DatabaseKind.Sqlite ? Path.GetDirectoryName(Database.Name) ?? "." : Path.GetFullPath("App_Data");
        Picture = new(Settings["SayNo:PictureFile"] ?? Path.Combine(DataFolder, "published.picture"));
    }

    public IConfiguration Settings { get; }

    public CmsDatabase Database { get; }

    /// <summary>Where the program listens.</summary>
    public string Urls => _options.Urls ?? Settings["Urls"] ?? DefaultUrl;

    /// <summary>Where people reach the site, without a slash at its end.</summary>
    public string Address => (Settings[AdminCommands.AddressSetting] ?? Urls.Split(';')[0]).TrimEnd('/');

    /// <summary>Where people reach the admin, without a slash at its end.</summary>
    public string AdminAddress => Settings[OwnAddress.UrlSetting]?.TrimEnd('/') ?? Address;

    /// <summary>Where the site keeps what is not in its database.</summary>
    public string DataFolder { get; }

    /// <summary>The last published picture, for a start without the database.</summary>
    public PictureFile Picture { get; }

    /// <summary>The recipes that ship with the program.</summary>
    public static string Recipes { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    public RecipeOptions RecipeOptions => new()
    {
        Folders = [Recipes],
        Features = [.. _parts.Modules.Select(module => module.Name)],
        Themes = [.. _parts.Themes.Select(theme => theme.Name)],
    };

    /// <summary>The program with the modules and the theme that the site has chosen, ready to run commands or to be started.</summary>
    public WebApplication Build(StoredChoices choices)
    {
        var modules = choices.Modules is { } chosen ? WithNeeded(chosen) : _parts.Modules;
        var theme = _parts.Themes.FirstOrDefault(theme => theme.Name == choices.Theme) ?? _parts.Themes[0];
        var builder = Builder();
        builder.Configuration[KeyFolder.Setting] ??= Path.Combine(DataFolder, "keys");
        builder.Configuration["SayNo:Mail:Folder"] ??= Path.Combine(DataFolder, "mail");
        builder.Configuration["SayNo:Media:Folder"] ??= Path.Combine(DataFolder, "media");
        builder.Services.AddContentEngine(Database, new() { File = Picture });

        if (Database.Kind == DatabaseKind.PostgreSql)
        {
            builder.Services.AddHostedService<ChangeListener>();
        }

        return builder.AddSayNo(modules, theme).Build();
    }

    // A site that was set up before a module came to need another one has never said that it wants it.
    private List<Module> WithNeeded(IReadOnlyList<string> chosen)
    {
        var names = new HashSet<string>(chosen, StringComparer.OrdinalIgnoreCase);

        while (_parts.Modules.Where(module => names.Contains(module.Name)).SelectMany(module => module.DependsOn).FirstOrDefault(name => !names.Contains(name)) is { } needed)
        {
            names.Add(needed);
        }

        return [.. _parts.Modules.Where(module => names.Contains(module.Name))];
    }

    private WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            // Settings are read at the start; watching their files would only make it slower.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(_options.Settings);
        var urls = _options.Urls ?? builder.Configuration["Urls"] ?? DefaultUrl;
        builder.WebHost.UseUrls(builder.Configuration[OwnAddress.ListenSetting] is { Length: > 0 } listen ? $"{urls};{listen}" : urls);
        Logs.Add(builder.Logging);

        return builder;
    }
}
