using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>The search works by keyboard and without script on the smallest telephone, in an alphabet that is not ours.</summary>
[Collection(InTheBrowser.Name)]
public sealed class SearchTests(Site site, Chromium chromium)
{
    [Theory]
    [InlineData("el", "gr", "αστυνομια")]
    [InlineData("bg", "bg", "полицяи")]
    public async Task From_a_country_s_page_to_a_number_to_call_by_keyboard_without_script_at_320_px(string locale, string country, string typed)
    {
        await using var visit = await chromium.VisitAsync(320, 568, new() { JavaScriptEnabled = false, Locale = "en" });
        var page = await visit.OpenAsync(site, $"/{country}/{locale}");

        await page.Locator(".sn-foot a[href^='/search/']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync(typed);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("section[aria-labelledby=contact] .sn-contacts > li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync(typed);
        Assert.Equal($"/search/{locale}?country={country}&q={Uri.EscapeDataString(typed)}", new Uri(page.Url).PathAndQuery);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "wider than the window");
        Assert.Equal($"/{country}/{locale}", await page.Locator(".sn-brand").GetAttributeAsync("href"));
    }

    [Fact]
    public async Task With_script_a_search_adds_no_entry_to_the_history()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { Locale = "en" });
        var page = await visit.OpenAsync(site, "/search/en");
        var before = await page.EvaluateAsync<int>("history.length");

        await page.Locator("#q").FillAsync("nudes");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("section[aria-labelledby=step]")).ToBeVisibleAsync();

        Assert.Equal(before, await page.EvaluateAsync<int>("history.length"));
        await Assertions.Expect(page).ToHaveTitleAsync("Search");
    }
}
