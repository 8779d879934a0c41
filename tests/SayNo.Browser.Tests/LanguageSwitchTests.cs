using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>Another language is two taps away, without script, and the way out stays where the thumb is (R19).</summary>
[Collection(InTheBrowser.Name)]
public sealed class LanguageSwitchTests(Site site, Chromium chromium)
{
    [Fact]
    public async Task R19_a_visitor_changes_the_language_with_the_keyboard_and_without_script()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false, Locale = "bg" });
        var page = await visit.OpenAsync(site, "/safety/bg");

        await page.Locator("body > nav summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var arabic = page.Locator("body > nav a[hreflang='ar']");
        await Assertions.Expect(arabic).ToBeVisibleAsync();
        await arabic.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        Assert.Equal("العربية", (await page.Locator("body > nav summary").InnerTextAsync()).Trim());
        Assert.Null(await page.Exit().WhyNotTappableAsync());
    }
}
