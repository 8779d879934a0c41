using SayNo.Content.Storage;
using SayNo.Host.SetUp;

namespace SayNo.Host.Commands;

/// <summary>The program put together for one command over one site, with a database that is up to date.</summary>
internal sealed class SiteSession : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AsyncServiceScope _scope;

    private SiteSession(WebApplication app)
    {
        _app = app;
        _scope = app.Services.CreateAsyncScope();
    }

    /// <param name="site">The site.</param>
    /// <param name="creates">True to create the database if there is none; else that is a mistake, most likely in its name.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="CmsDatabaseException">The database cannot be used.</exception>
    public static async Task<SiteSession> OpenAsync(Site site, bool creates, CancellationToken ct)
    {
        if (!creates && !site.Database.Exists())
        {
            throw new CommandException($"There is no database {site.Database.Name}.");
        }

        // Every module is there, so that no table of a module that is switched off is left behind.
        var session = new SiteSession(site.Build(StoredChoices.None));

        try
        {
            await session.Get<CmsSchema>().PrepareAsync(ct);

            return session;
        }
        catch
        {
            await session.DisposeAsync();

            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
    }
}
