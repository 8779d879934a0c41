using System.Collections.Immutable;
using Microsoft.Playwright;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Testing;
using SayNo.Web.Tests;

namespace SayNo.Browser.Tests;

/// <summary>A red line is seen first and hides nothing that a child needs first.</summary>
[Collection(InTheBrowser.Name)]
public sealed class AlertTests(SiteUnderTest site, Chromium chromium) : IClassFixture<SiteUnderTest>
{
    private static readonly int[] Narrow = [360, 320];

    // As long as such lines are in life; the longest that the field takes has 120 signs.
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["de"] = "Das Hilfetelefon 116 111 ist heute gestört. Bitte nutze den Chat.",
        ["el"] = "Η γραμμή βοήθειας 116 111 δεν λειτουργεί σήμερα. Γράψε στο chat.",
        ["bg"] = "Линията за помощ 116 111 днес не работи. Пиши в чата.",
        ["ar"] = "خط المساعدة 116 111 معطل اليوم. اكتب في الدردشة.",
    };

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R13_an_alert_is_seen_at_once_and_leaves_the_first_help_on_the_first_screen(string locale)
    {
        site.Published.Show(With(site.Published.Current, ("EU", locale => Titles[locale])));
        await using var visit = await chromium.VisitAsync(360, 640, new() { BypassCSP = true });
        var page = await visit.NewPageAsync();
        await page.GotoAsync(new Uri(site.Http.BaseAddress!, CampaignPages.Countries.First(address => address.Locale == locale).Path).ToString());

        Assert.True(await InSightAsync(page.Locator(".sn-alarm")), "the alert");
        Assert.True(await InSightAsync(page.Locator("h1")), "the sentence that relieves of blame");
        Assert.True(await InSightAsync(page.Locator(".sn-first")), "the first step");
        Assert.Null(await page.Locator(".sn-talk a").First.WhyNotTappableAsync());

        await page.PutAxeAsync();

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await page.ViolationsAsync("tag", ["wcag2a", "wcag2aa", "wcag22aa", "best-practice"]));
        }

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.NotEqual("0px", await page.Locator(".sn-alarm").EvaluateAsync<string>("line => getComputedStyle(line).borderBlockEndWidth"));

        await page.Locator(".sn-alarm a").ClickAsync();
        await Assertions.Expect(page.Locator("#alert")).ToBeInViewportAsync();
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R13_two_alerts_as_long_as_they_may_be_leave_the_first_help_on_the_first_screen(string locale)
    {
        var address = CampaignPages.Countries.First(country => country.Locale == locale);
        site.Published.Show(With(site.Published.Current, ("EU", Longest), (address.Country, Longest)));
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        await page.GotoAsync(new Uri(site.Http.BaseAddress!, address.Path).ToString());

        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 640);
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{width} px: nothing sticks out");
            Assert.Null(await page.Exit().WhyNotTappableAsync());
            Assert.True(await InSightAsync(page.Locator(".sn-alarm p").Nth(1)), $"{width} px: both alerts");
            Assert.True(await InSightAsync(page.Locator("h1")), $"{width} px: the sentence that relieves of blame");
            Assert.True(await InSightAsync(page.Locator(".sn-first")), $"{width} px: the first step");
            Assert.Null(await page.Locator(".sn-talk a").First.WhyNotTappableAsync());
        }
    }

    // 120 signs in each language.
    private static string Longest(string locale) => $"{Titles[locale]} {Titles[locale]} {Titles[locale]}"[..120].TrimEnd() is var text ? text.PadRight(120, '!') : "";

    private static Picture With(Picture picture, params IReadOnlyList<(string Scope, Func<string, string> Title)> alerts)
    {
        var version = (string json) => new PublishedVersion
        {
            Id = ContentId.New(),
            Number = 1,
            Values = ContentValues.Parse(json),
            IsReviewed = true,
            PublishedAt = picture.ChangedAt,
        };
        var gone = picture.OfType("Alert").Select(item => KeyValuePair.Create(item.Id, (PublishedItem?)null));
        var items = alerts.Select(alert => new PublishedItem
        {
            Id = ContentId.New(),
            Type = "Alert",
            Scope = alert.Scope,
            Slug = "line",
            Neutral = version("{}"),
            Locales = ImmutableSortedDictionary<string, PublishedVersion>.Empty.WithComparers(StringComparer.Ordinal).AddRange(
                Titles.Keys.Select(locale => KeyValuePair.Create(locale, version($$"""{"Title":"{{alert.Title(locale)}}","Body":"{{Titles[locale]}}"}""")))),
        });

        return picture.With(picture.Sequence + 1, picture.ChangedAt, gone.Concat(items.Select(item => KeyValuePair.Create(item.Id, (PublishedItem?)item))).ToDictionary());
    }

    private static Task<bool> InSightAsync(ILocator element) => element.EvaluateAsync<bool>(
        "element => { const box = element.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }");
}
