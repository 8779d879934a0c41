using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The one site that a class of tests signs in to with a real browser.</summary>
public sealed class AdminDesk : IAsyncLifetime
{
    /// <summary>What people are asked to sign in through, beside their password. Nobody answers there.</summary>
    public const string Organisation = "Garda";

    private static readonly KeyValuePair<string, string?>[] Settings =
    [
        new("SayNo:OpenIdConnect:Authority", "https://login.garda.example"),
        new("SayNo:OpenIdConnect:ClientId", "say-no"),
        new("SayNo:OpenIdConnect:ClientSecret", "a secret between two programs"),
        new("SayNo:OpenIdConnect:Name", Organisation),
    ];

    private AdminSite? _site;

    public AdminSite Site => _site ?? throw new InvalidOperationException("The site has not been started.");

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(
        DatabaseKind.Sqlite, configure: builder => builder.Configuration.AddInMemoryCollection(Settings));

    public async Task DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    public string At(string path) => new Uri(Site.Address, path).ToString();

    /// <summary>The address of the form of an item's variant.</summary>
    public Task<string> PathOfAsync(string type, string scope, string locale) => Site.ReadAsync(async db =>
        $"/admin/content/{(await db.Items.Where(item => item.Type == type && item.Scope == scope).OrderBy(item => item.Order).FirstAsync()).Id}/{locale}");

    /// <summary>The browser of a new colleague who is signed in.</summary>
    public Task<IBrowserContext> SignInAsync(
        Chromium chromium, int width, int height, Grant grant, BrowserNewContextOptions? options = null) =>
        SignInAsync(chromium, width, height, [grant], options);

    /// <summary>The browser of a new colleague who has several roles.</summary>
    public async Task<IBrowserContext> SignInAsync(
        Chromium chromium, int width, int height, IEnumerable<Grant> grants, BrowserNewContextOptions? options = null)
    {
        using var person = await Site.SignInAsync([.. grants]);

        return await SitDownAsync(chromium, person.Cookies, width, height, options);
    }

    /// <summary>The browser of a new colleague with a name, at a desk.</summary>
    public async Task<IBrowserContext> SignInAsync(Chromium chromium, string name, params Grant[] grants)
    {
        using var person = await Site.SignInAsync(name, grants);

        return await SitDownAsync(chromium, person.Cookies, 1280, 900, null);
    }

    public async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(At(path));

        return page;
    }

    private async Task<IBrowserContext> SitDownAsync(Chromium chromium, CookieContainer cookies, int width, int height, BrowserNewContextOptions? options)
    {
        var context = await chromium.VisitAsync(width, height, options);
        await context.AddCookiesAsync(cookies.GetAllCookies().Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = Site.Address.Host,
            Path = cookie.Path,
            HttpOnly = true,
            SameSite = SameSiteAttribute.Strict,
        }));

        return context;
    }
}
