using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The one site that a class of tests signs in to with a real browser.</summary>
public sealed class AdminDesk : IAsyncLifetime
{
    private AdminSite? _site;

    public AdminSite Site => _site ?? throw new InvalidOperationException("The site has not been started.");

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

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
        var context = await chromium.VisitAsync(width, height, options);
        await context.AddCookiesAsync(person.Cookies.GetAllCookies().Select(cookie => new Cookie
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

    public async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(At(path));

        return page;
    }
}
