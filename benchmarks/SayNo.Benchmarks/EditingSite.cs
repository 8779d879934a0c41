using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SayNo.Accounts;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Admin;
using SayNo.Campaign;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;
using SayNo.ContentApi;
using SayNo.Host.Databases;
using SayNo.Media;
using SayNo.Search;
using SayNo.Testing;
using SayNo.Theme;
using SayNo.Web;

namespace SayNo.Benchmarks;

/// <summary>The whole site in this process, on a real port, with somebody signed in who may edit and publish everything.</summary>
internal sealed class EditingSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SqlCount _count;

    private EditingSite(WebApplication app, SqlCount count)
    {
        (_app, _count) = (app, count);
        Http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public int SqlCommands => _count.Commands;

    private CookieContainer Cookies { get; } = new();

    /// <summary>A site with the campaign's content, before anybody visits it.</summary>
    /// <param name="folder">For its files.</param>
    /// <param name="arrange">What the content is to be, written to the database before the site starts.</param>
    public static async Task<EditingSite> StartAsync(string folder, Func<IServiceProvider, Task> arrange)
    {
        var (app, count) = Build(folder);
        await FillAsync(app.Services);
        await arrange(app.Services);
        app.UseSayNo();
        await app.StartAsync();
        var site = new EditingSite(app, count);
        await site.SignInAsync();

        return site;
    }

    /// <summary>Another node over the database of a site that was started in the same folder.</summary>
    public static async Task<EditingSite> JoinAsync(string folder)
    {
        var (app, count) = Build(folder);
        app.UseSayNo();
        await app.StartAsync();

        return new(app, count);
    }

    private static (WebApplication App, SqlCount Count) Build(string folder)
    {
        Directory.CreateDirectory(folder);
        var count = new SqlCount();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["SayNo:KeyFolder"] = Path.Combine(folder, "keys");
        builder.Configuration["SayNo:Media:Folder"] = Path.Combine(folder, "media");
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddContentEngine(SqliteDatabase.Of($"Data Source={Path.Combine(folder, "sayno.db")}"));
        builder.Services.ConfigureDbContext<CmsDb>(count.AddTo);
        builder.AddSayNo([new CampaignModule(), new ContentApiModule(), new SearchModule(MemoryDatabase.Open), new AccountsModule(), new MediaModule(), new AdminModule()], new SayNoTheme());

        return (builder.Build(), count);
    }

    /// <summary>Does something with a service of its own scope, as one request does.</summary>
    public static async Task<TResult> WithAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();

        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull => WithAsync(Services, act);

    /// <summary>The hidden field that every form of the admin carries.</summary>
    public async Task<KeyValuePair<string, string>> FormTokenAsync()
    {
        var name = Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var page = await Http.GetStringAsync("/admin/content");

        return new(name, Regex.Match(page, $"name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]+)").Groups[1].Value);
    }

    /// <summary>Saves one text with another value of a field.</summary>
    /// <returns>The new version.</returns>
    public async Task<string> SaveAsync(string itemId, string locale, string field, string text)
    {
        var (values, basedOn) = await ReadAsync(itemId, locale);
        values[field] = text;
        var draft = new DraftText { ItemId = itemId, Locale = locale, Values = ContentValues.Parse(values.ToJsonString()), BasedOn = basedOn };
        var result = await WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(draft, Editor.System, default));

        return result.Version?.Id ?? throw new InvalidOperationException("A draft was not saved.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private Task<(JsonObject Values, string? BasedOn)> ReadAsync(string itemId, string locale) => WithAsync<CmsDb, (JsonObject, string?)>(async db =>
    {
        var variant = await db.Variants.AsNoTracking().Include(one => one.Draft).Include(one => one.Published)
            .SingleAsync(one => one.ItemId == itemId && one.Locale == locale);

        return (JsonNode.Parse(variant.Newest?.Data ?? "{}") as JsonObject ?? [], variant.Newest?.Id);
    });

    private static async Task FillAsync(IServiceProvider services)
    {
        await services.GetRequiredService<CmsSchema>().PrepareAsync(default);
        var recipes = Path.Combine(AppContext.BaseDirectory, "recipes");
        var result = await WithAsync<RecipeRunner, RecipeResult>(services, runner =>
            runner.RunAsync(Path.Combine(recipes, "saynocampaign.recipe.json"), new() { Folders = [recipes] }, "recipe", null, default));

        if (result.Problems.Count > 0)
        {
            throw new InvalidOperationException("The campaign's recipe was refused.");
        }
    }

    private async Task SignInAsync()
    {
        var account = new Account { Name = "Lea", Email = "lea@police.example", UserName = "lea@police.example", TwoFactorEnabled = true };
        await WithAsync<UserManager<Account>, IdentityResult>(accounts => accounts.CreateAsync(account));
        await WithAsync<AccountsDb, int>(db =>
        {
            db.Grants.Add(new() { AccountId = account.Id, Role = Role.CampaignLead, Scopes = Grant.All, Locales = Grant.All });

            return db.SaveChangesAsync();
        });
        var key = await WithAsync<SessionBook, string>(sessions => sessions.BeginAsync(account, Factor.Totp, new("Firefox on Windows", "en", null), default));
        Cookies.Add(new Cookie("sn-session", key, "/admin", Http.BaseAddress?.Host));
    }
}
