using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Promises of which a visitor sees the effect alone: what the safety page says, how long sentences are, and what stays of a visit on our side.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PromiseTests(Site site, Chromium chromium)
{
    private const string Device = "SecretTelephone/5.5";

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R8_the_foot_of_a_country_page_leads_to_the_safety_page_which_stresses_that_the_history_stays(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, CampaignPages.Countries.First(country => country.Locale == locale).Path);

        await page.Locator("footer a[href*='/safety']").First.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/{locale}/safety$"));
        await Assertions.Expect(page.Locator("main strong").First).ToBeVisibleAsync();
        Assert.Equal(5, await page.Locator("main h2:visible").CountAsync());
    }

    [Fact]
    public async Task R11_neither_log_nor_files_know_the_device_that_went_through_every_type_of_page()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { UserAgent = Device });
        var page = await visit.NewPageAsync();

        foreach (var path in PageTypes.In("de"))
        {
            await page.GotoAsync(site.At(path));
        }

        Assert.Equal(Device, await page.EvaluateAsync<string>("navigator.userAgent"));
        Assert.DoesNotContain(site.Running.Written, file => file.Text.Contains(Device, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R17_sentences_of_a_country_page_have_at_most_15_words_on_average(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, CampaignPages.Countries.First(country => country.Locale == locale).Path);

        var words = await page.EvaluateAsync<double[]>(
            """
            locale => [...document.querySelectorAll('main p, main li')].filter(one => one.closest('[lang]').lang === locale && !one.querySelector('p, li, a'))
              .flatMap(one => [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(one.textContent.trim())])
              .map(sentence => [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(sentence.segment)].filter(word => word.isWordLike).length)
            """, locale);

        Assert.True(words.Length > 10, $"{words.Length} sentences");
        Assert.InRange(words.Average(), 1, 15);
    }
}
