using SayNo.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace SayNo.Browser.Tests;

/// <summary>What a page says of the hour ends with the hour, wherever the page was kept.</summary>
[Collection(InTheBrowser.Name)]
public sealed class OpenNowTests(SiteUnderTest site, Chromium chromium) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task R14_a_page_that_was_left_open_takes_back_what_it_said_of_the_hour_and_keeps_the_number()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        await page.Clock.InstallAsync(new() { TimeDate = new DateTime(2026, 11, 25, 15, 0, 0, DateTimeKind.Utc) });
        await page.GotoAsync(new Uri(site.Http.BaseAddress!, "/de/de").ToString());
        var said = page.Locator(".sn-talk .sn-open, .sn-talk .sn-shut");

        await Expect(said).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync("05:01:00");
        await Expect(said).ToBeHiddenAsync();
        await Expect(page.Locator(".sn-talk a[href^='tel:']")).ToBeVisibleAsync();
    }
}
