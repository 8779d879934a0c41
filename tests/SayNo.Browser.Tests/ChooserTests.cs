using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>The start page leads to one's country without script, by search or by list.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ChooserTests(Site site, Chromium chromium)
{
    [Theory]
    [InlineData("oster", "/at/")]
    [InlineData("ελλαδα", "/gr/")]
    [InlineData("Germany", "/de/")]
    public async Task A_country_is_found_without_script_by_its_own_name_or_its_English_one_without_accents(string text, string country)
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false, Locale = "en" });
        var page = await visit.OpenAsync(site, "/");

        await page.Locator("input[type=search]").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"main a[href^='{country}']").First.ClickAsync();

        Assert.StartsWith(site.At(country), page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_country_is_on_the_start_page_without_script()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false });
        var page = await visit.OpenAsync(site, "/");

        var links = await page.Locator("main a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname.split('/')[1])");

        Assert.Empty(Testing.CampaignPages.Countries.Select(address => address.Country.ToLowerInvariant()).Except(links));
    }

    [Theory]
    [InlineData("el", "/gr")]
    [InlineData("bg", "/bg")]
    public async Task The_likely_country_is_suggested_and_never_forced(string locale, string country)
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { Locale = locale });
        var page = await visit.OpenAsync(site, "/");

        Assert.Equal(site.At("/"), page.Url);
        await Assertions.Expect(page.Locator($"main a[href^='{country}']").First).ToBeInViewportAsync();
    }
}
