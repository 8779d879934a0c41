using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Help first on a small phone: the choices that a child can make, and the answers behind them.</summary>
[Collection(InTheBrowser.Name)]
public sealed class HelpTests(Site site, Chromium chromium)
{
    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R16_the_age_fork_is_two_choices_by_finger_or_keyboard_and_keeps_neither(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, Country(locale));
        var choices = page.Locator(".sn-age");

        Assert.Equal(2, await choices.CountAsync());
        Assert.Equal(0, await page.Locator("main input, main select, .sn-age[open]").CountAsync());

        await choices.Nth(0).Locator("> summary").ClickAsync();
        await Assertions.Expect(choices.Nth(0).Locator("a[href*='takeitdown']").First).ToBeVisibleAsync();
        await choices.Nth(1).Locator("> summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(choices.Nth(1).Locator("a[href*='stopncii']").First).ToBeVisibleAsync();

        Assert.Equal("0 0", await page.EvaluateAsync<string>("`${localStorage.length + sessionStorage.length} ${document.cookie.length}`"));
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator(".sn-age[open]").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R13_who_already_paid_is_one_tap_from_an_answer_and_two_from_somebody_to_talk_to(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, Country(locale));

        var answer = page.Locator(".sn-answers a[href$='/already-paid']");
        await answer.ScrollIntoViewIfNeededAsync();
        Assert.Null(await answer.WhyNotTappableAsync());
        await answer.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.At($"{Country(locale)}/already-paid"));

        Assert.Equal(locale, await page.Locator("html").GetAttributeAsync("lang"));
        var talk = page.Locator(".sn-talk a").First;
        await talk.ScrollIntoViewIfNeededAsync();
        Assert.Null(await talk.WhyNotTappableAsync());
        Assert.Null(await page.Exit().WhyNotTappableAsync());
    }

    private static string Country(string locale) => CampaignPages.Countries.First(address => address.Locale == locale).Path;
}
