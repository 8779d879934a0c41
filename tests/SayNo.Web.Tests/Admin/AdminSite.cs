using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Admin;
using SayNo.Campaign;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.ContentApi;
using SayNo.Host.Databases;
using SayNo.Media;
using SayNo.Search;
using SayNo.Web.Mail;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin;

/// <summary>The whole site, with every module, on a real server over a database of its own that holds the campaign's content.</summary>
public sealed class AdminSite : IAsyncDisposable
{
    private readonly AccountsSite _site;

    private int _people;

    private AdminSite(AccountsSite site) => _site = site;

    internal static IReadOnlyList<Module> Modules => [new CampaignModule(), new ContentApiModule(), new SearchModule(MemoryDatabase.Open), new AccountsModule(), new MediaModule(), new AdminModule()];

    public Uri Address => _site.Address;

    public KeptLog Log => _site.Log;

    public LateClock Clock => _site.Clock;

    public IServiceProvider Services => _site.Services;

    public string MediaFolder => _site.MediaFolder;

    /// <summary>The letters that went out.</summary>
    public IReadOnlyList<Letter> Letters => _site.Letters;

    /// <summary>What visitors are shown at this moment.</summary>
    public PublishedContent Published => Services.GetRequiredService<PublishedContent>();

    public static async Task<AdminSite> StartAsync(DatabaseKind kind, bool isHttps = false, Action<WebApplicationBuilder>? configure = null) =>
        new(await AccountsSite.StartAsync(await CampaignDatabase.CopyAsync(kind), Modules, isHttps, configure));

    /// <summary>A grant; all scopes and all locales, unless it says which.</summary>
    public static Grant Grant(Role role, string scope = Content.Publishing.Grant.All, string locale = Content.Publishing.Grant.All) => new(role, [scope], [locale]);

    /// <summary>The browser of somebody who is not signed in.</summary>
    public Browser Open() => new(Address);

    /// <summary>The browser of a new colleague who is signed in.</summary>
    public Task<Browser> SignInAsync(params Grant[] grants) => SignInAsync($"Colleague {Interlocked.Increment(ref _people)}", grants);

    public async Task<Browser> SignInAsync(string name, params Grant[] grants)
    {
        var account = await AddAccountAsync(name, grants);
        var key = await WithAsync<SessionBook, string>(sessions => sessions.BeginAsync(account, Factor.Totp, new("Firefox on Windows", "en", null), default));

        return new(Address, key) { Editor = new(account.Id.ToString(), name, grants) };
    }

    /// <summary>An account that has a second factor and no password.</summary>
    public async Task<Account> AddAccountAsync(string name, params Grant[] grants)
    {
        var email = $"{Guid.NewGuid():N}@police.example";
        var account = new Account { Name = name, Email = email, UserName = email, TwoFactorEnabled = true, CreatedAt = Clock.GetUtcNow().UtcDateTime };
        await WithAsync<UserManager<Account>, bool>(async accounts => (await accounts.CreateAsync(account)).Succeeded ? true : throw new InvalidOperationException(name));
        await WithAsync<AccountsDb, int>(db =>
        {
            db.Grants.AddRange(grants.Select(grant => new AccountGrant
            {
                AccountId = account.Id,
                Role = grant.Role,
                Scopes = string.Join(' ', grant.Scopes),
                Locales = string.Join(' ', grant.Locales),
            }));

            return db.SaveChangesAsync();
        });

        return account;
    }

    /// <summary>Does something with a service of its own scope, as one request does.</summary>
    public Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull => _site.WithAsync(act);

    /// <summary>Reads the content's tables.</summary>
    public Task<T> ReadAsync<T>(Func<CmsDb, Task<T>> read) => WithAsync(read);

    /// <summary>Shows what was published so far, without waiting for the follower's next look.</summary>
    public Task CatchUpAsync() => Services.GetRequiredService<ChangeFollower>().CatchUpAsync(default);

    /// <summary>No letter can be sent from now on.</summary>
    public void BreakMail() => _site.BreakMail();

    /// <summary>Makes the database unreachable until the result is disposed.</summary>
    public Task<IAsyncDisposable> StopDatabaseAsync() => _site.StopDatabaseAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
