using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>A page in Arabic is the mirror of one in German, and numbers in it still read from left to right (R21).</summary>
[Collection(InTheBrowser.Name)]
public sealed class RightToLeftTests(Site site, Chromium chromium)
{
    [Theory]
    [InlineData(360, 640)]
    [InlineData(1280, 800)]
    public async Task R21_a_page_from_right_to_left_is_the_mirror_of_one_from_left_to_right(int width, int height)
    {
        await using var visit = await chromium.VisitAsync(width, height);
        var page = await visit.OpenAsync(site, "/de/de");
        var before = await EdgesAsync(page, width);
        await page.GotoAsync(site.At("/de/ar"));
        var after = await EdgesAsync(page, width);

        Assert.Equal(before, after);
        Assert.Null(await page.Exit().WhyNotTappableAsync());
    }

    [Fact]
    public async Task R21_telephone_numbers_read_from_left_to_right_within_Arabic()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/se/ar");

        var wrong = await page.Locator("a[href^='tel:'] bdi").EvaluateAllAsync<string[]>(
            """
            numbers => numbers.filter(number => {
              const text = number.firstChild, place = index => { const range = document.createRange(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
              return place(0) >= place(text.length - 1);
            }).map(number => number.textContent)
            """);

        Assert.Empty(wrong);
        Assert.NotEqual(0, await page.Locator("a[href^='tel:'] bdi").CountAsync());
    }

    [Fact]
    public async Task R21_what_points_forward_points_the_other_way_and_letters_stay_joined()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/de/ar");

        Assert.Equal("matrix(-1, 0, 0, 1, 0, 0)", await page.Locator(".sn-button svg").First.EvaluateAsync<string>("icon => getComputedStyle(icon).transform"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('body *')].map(one => getComputedStyle(one))
              .filter(style => style.fontStyle !== 'normal' || !['normal', '0px'].includes(style.letterSpacing)).length
            """));
    }

    /// <summary>How far things stand from the side on which a line begins, or from the other for the way out.</summary>
    private static async Task<IReadOnlyList<int>> EdgesAsync(IPage page, int width)
    {
        var isMirrored = await page.EvaluateAsync<bool>("document.documentElement.dir === 'rtl'");
        var start = async (string selector) =>
        {
            var box = await page.Locator(selector).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{selector} is not there.");

            return (int)Math.Round(isMirrored ? width - box.X - box.Width : box.X);
        };
        var exit = await page.Exit().BoundingBoxAsync() ?? throw new InvalidOperationException("There is no exit.");
        var afterExit = (int)Math.Round(isMirrored ? exit.X : width - exit.X - exit.Width);

        return [afterExit, await start(".sn-brand"), await start("h1"), await start("main a[href^='tel:']"), await start(".sn-steps h3"), await start(".sn-help")];
    }
}
