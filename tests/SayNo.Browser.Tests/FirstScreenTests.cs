using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>What a child sees before the first touch, on a small phone.</summary>
[Collection(InTheBrowser.Name)]
public sealed class FirstScreenTests(Site site, Chromium chromium)
{
    [Fact]
    public async Task R13_the_first_screen_of_every_country_page_relieves_of_blame_says_what_to_do_and_offers_one_tap_to_talk()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var problems = new List<string>();

        foreach (var address in CampaignPages.Countries)
        {
            await page.GotoAsync(site.At(address.Path));
            problems.AddRange((await MissingAsync(page, address.Locale)).Select(missing => $"{address.Path}: {missing}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task R13_nothing_plays_or_sounds_by_itself()
    {
        await using var visit = await chromium.VisitAsync(360, 640);

        foreach (var path in PageTypes.In("de"))
        {
            var page = await visit.OpenAsync(site, path);

            Assert.Equal(0, await page.Locator("[autoplay], audio, video:not([preload=none]), iframe").CountAsync());
        }
    }

    private static async Task<IEnumerable<string>> MissingAsync(IPage page, string locale)
    {
        var relief = page.GetByText(InterfaceTexts.In(locale, "You can stop right here. It is not your fault.")).First;
        var firstStep = page.Locator("main").GetByText(FirstStep(locale)).First;
        var talk = page.Locator("main a[href^='tel:'], main a[href*='chat' i], main a[href^='sms:']").First;

        return new[]
        {
            (await InSightAsync(relief), "the sentence that relieves of blame"),
            (await InSightAsync(firstStep), "the first step"),
            (await talk.WhyNotTappableAsync() is null, $"one tap to talk ({await talk.WhyNotTappableAsync()})"),
        }.Where(part => !part.Item1).Select(part => $"{part.Item2} is not on the first screen");
    }

    private static string FirstStep(string locale) => (string)CampaignPages.Items("steps")
        .Where(step => (string?)step["LocalizationPart"]!["Culture"] == locale)
        .MinBy(step => (int?)step["SayNoPart"]!["Order"] ?? 0)!["Step"]!["Title"]!["Text"]!;

    private static Task<bool> InSightAsync(ILocator element) => element.EvaluateAsync<bool>(
        """
        element => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return [...range.getClientRects()].every(box => box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
            && element.contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)));
        }
        """);
}
