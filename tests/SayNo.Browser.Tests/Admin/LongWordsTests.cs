using Microsoft.Playwright;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The screens in the languages with the longest words, in a narrow window.</summary>
[Collection(AtADesk.Name)]
public sealed class LongWordsTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private static readonly string[] ForAdministrators = ["/admin/accounts", "/admin/accounts/invite", "/admin/audit", "/admin/account"];

    [Theory]
    [InlineData("de", 320)]
    [InlineData("fr", 320)]
    public async Task No_word_is_wider_than_the_window(string locale, int width)
    {
        await using var lead = await SignInAsync(locale, width, Role.CampaignLead);
        await using var administrator = await SignInAsync(locale, width, Role.Administrator);

        var problems = (await WiderAsync(lead, await ForEditorsAsync(), locale)).Concat(await WiderAsync(administrator, ForAdministrators, locale));

        Assert.Equal([], problems);
    }

    private Task<IBrowserContext> SignInAsync(string locale, int width, Role role) =>
        desk.SignInAsync(chromium, width, 800, AdminSite.Grant(role), new() { BypassCSP = true, Locale = locale });

    private async Task<IReadOnlyList<string>> ForEditorsAsync()
    {
        var (country, step) = (await desk.PathOfAsync("CountryPage", "DE", "de"), await desk.PathOfAsync("Step", "EU", "en"));
        string[] screens = ["", "/review", "/history", "/schedule", "/unpublish", "/preview", "/comments"];

        return
        [
            "/admin", "/admin/content", "/admin/content/new", "/admin/content/new?type=Alert&scope=DE", "/admin/content/order?type=Step&scope=EU",
            "/admin/contacts?scope=DE", "/admin/contacts/due", step[..step.LastIndexOf('/')], await desk.PathOfAsync("CountryContact", "DE", "neutral"),
            await desk.PathOfAsync("CountryPage", "DE", "neutral"), .. screens.Select(screen => country + screen), step,
        ];
    }

    // What sticks out is named, so that it can be found.
    private async Task<IReadOnlyList<string>> WiderAsync(IBrowserContext context, IReadOnlyList<string> paths, string locale)
    {
        var problems = new List<string>();
        var page = await context.NewPageAsync();

        foreach (var path in paths)
        {
            await page.GotoAsync(desk.At(path));
            Assert.Equal(locale, await page.GetAttributeAsync("html", "lang"));
            problems.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => document.documentElement.scrollWidth <= innerWidth ? [] :
                  [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(-3).map(one => one.outerHTML.slice(0, 160))
                """)).Select(found => $"{path}: {found}"));
        }

        return problems;
    }
}
