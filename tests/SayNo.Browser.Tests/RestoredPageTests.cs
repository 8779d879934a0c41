using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>Whoever comes back by the browser's Back finds a page, and not the cover under which it was left.</summary>
[Collection(InTheBrowser.Name)]
public sealed class RestoredPageTests(Site site, Chromium chromium)
{
    // The page is covered, and the other site does not come.
    private const string LeaveInVain =
        """
        () => {
          navigation.onnavigate = event => event.preventDefault();
          document.querySelector('.sn-exit').click();
          navigation.onnavigate = null;
        }
        """;

    [Fact]
    public async Task R5_Back_to_a_page_that_was_left_covered_shows_the_page()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/de/de");
        await page.EvaluateAsync(LeaveInVain);
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToBeHiddenAsync();
        await page.GotoAsync("https://elsewhere.example/");

        await page.GoBackAsync();

        Assert.Equal(site.At("/de/de"), page.Url);
        await UsableAsync(page);
    }

    // Browsers that are driven by tests keep no pages; what they would do with one that they had kept is the event.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R5_a_page_that_is_shown_again_is_uncovered_whether_it_was_kept_or_not(bool persisted)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/gr/el");
        await page.EvaluateAsync(LeaveInVain);
        await Assertions.Expect(page.Locator("main")).ToBeHiddenAsync();

        await page.EvaluateAsync("persisted => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))", persisted);

        await UsableAsync(page);
    }

    private static async Task UsableAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("[role=alert]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("footer")).ToBeVisibleAsync();
        Assert.Null(await page.Exit().WhyNotTappableAsync());
        Assert.Equal("", await page.Locator("[role=status]").InnerTextAsync());
    }
}
