using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content;
using SayNo.Content.Storage;
using SayNo.Host.Databases;

namespace SayNo.Testing;

/// <summary>An engine over an empty database of its own, on SQLite or PostgreSQL.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<ServiceProvider> _nodes = [];

    private TestSite()
    {
    }

    public CmsDatabase Database { get; private set; } = null!;

    /// <summary>The services of the first node.</summary>
    public IServiceProvider Services { get; private set; } = null!;

    /// <summary>A folder that goes away with the site.</summary>
    public TempFolder Folder => _folder;

    /// <summary>A site whose database is ready.</summary>
    public static async Task<TestSite> CreateAsync(DatabaseKind kind)
    {
        var site = await CreateEmptyAsync(kind);
        await site.Services.GetRequiredService<CmsSchema>().PrepareAsync(default);

        return site;
    }

    /// <summary>A site whose database has no tables yet; on SQLite there is no file either.</summary>
    public static async Task<TestSite> CreateEmptyAsync(DatabaseKind kind)
    {
        var site = new TestSite();
        site.Database = kind == DatabaseKind.Sqlite
            ? SqliteDatabase.Of($"Data Source={site._folder.File("sayno.db")}")
            : await PostgresCluster.CreateDatabaseAsync();
        site.Services = site.AddNode();

        return site;
    }

    /// <summary>A site over a copy of another one's database, to which nothing is connected any more.</summary>
    public static async Task<TestSite> CopyAsync(CmsDatabase template)
    {
        var site = new TestSite();

        if (template.Kind == DatabaseKind.Sqlite)
        {
            site.Database = SqliteDatabase.Of($"Data Source={site._folder.File("sayno.db")}");
            File.Copy(template.Name, site.Database.Name);
        }
        else
        {
            site.Database = await PostgresCluster.CreateDatabaseAsync(template.Name.Split(' ')[0]);
        }

        site.Services = site.AddNode();

        return site;
    }

    /// <summary>Another process of the same site, as far as one process can play it: it shares the database and nothing else.</summary>
    public IServiceProvider AddNode(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection().AddLogging().AddContentEngine(Database);
        configure?.Invoke(services);
        var node = services.BuildServiceProvider(validateScopes: true);
        _nodes.Add(node);

        return node;
    }

    /// <summary>Does something with a service of its own scope, as one request does.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act, IServiceProvider? node = null)
        where TService : notnull
    {
        await using var scope = (node ?? Services).CreateAsyncScope();

        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
