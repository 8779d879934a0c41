using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Campaign;

/// <summary>The red line above the pages: of the campaign everywhere, of a country on all of its pages.</summary>
public sealed class AlertTests : TestAtAnHour
{
    [Fact]
    public async Task An_alert_of_a_country_stands_above_each_of_its_pages_and_leads_to_its_text()
    {
        Picture = Picture.Publish(Alert("DE"));

        foreach (var after in new[] { "", "/film", "/safety", "/sources", "/accessibility", "/partners" })
        {
            var region = (await Site.PageAsync($"/de/de{after}")).QuerySelector("header + section")!;

            Assert.Equal("Wichtig", region.GetAttribute("aria-label"));
            Assert.Equal(after.Length == 0 ? "#alert" : "/de/de#alert", region.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains("Die Nummer ist gestört", region.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("110", (await Site.PageAsync("/de/de")).QuerySelector("#alert")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await LineAsync("/at/de"));
        Assert.Null(await LineAsync("/?lang=de"));
    }

    [Fact]
    public async Task An_alert_of_the_campaign_stands_above_the_countries_the_chooser_and_the_texts()
    {
        Picture = Picture.Publish(Alert("EU"));

        foreach (var (path, target) in new[] { ("/at/de", ""), ("/?lang=de", ""), ("/safety/de", "/?lang=de"), ("/partners/de", "/?lang=de") })
        {
            Assert.Equal($"{target}#alert", (await LineAsync(path))!.QuerySelector("a")!.GetAttribute("href"));
        }

        Assert.NotNull((await Site.PageAsync("/?lang=de")).QuerySelector("#alert"));
    }

    [Fact]
    public async Task An_alert_that_says_all_in_its_title_leads_nowhere()
    {
        Picture = Picture.Publish(Alert("DE").With("de", "Body", null));

        Assert.Null((await LineAsync("/de/de"))!.QuerySelector("a"));
        Assert.Null((await Site.PageAsync("/de/de")).QuerySelector("#alert"));
    }

    [Fact]
    public async Task An_alert_ends_by_the_passing_of_time_alone_on_every_page()
    {
        Picture = Picture.Publish(Alert("EU").With("EndsAt", "2026-11-25T18:00:00Z"));

        foreach (var (second, isShown) in new[] { (59, true), (60, false) })
        {
            Clock.Now = new DateTime(2026, 11, 25, 17, 59, 0, DateTimeKind.Utc).AddSeconds(second);

            foreach (var path in new[] { "/de/de", "/?lang=de", "/about/de", "/partners/de", "/de/de/privacy" })
            {
                Assert.Equal(isShown, await LineAsync(path) is not null);
            }
        }
    }

    [Fact]
    public async Task R20_an_alert_in_another_language_is_marked()
    {
        Picture = Picture.Publish(Edits.New("Alert", "EU", "storm").With("en", "Title", "A helpline is down").With("en", "Body", "Call another one."));
        var page = await Site.PageAsync("/gr/el");

        Assert.Equal("en", page.QuerySelector(".sn-alarm a")!.GetAttribute("lang"));
        Assert.Equal("en", page.QuerySelector("#alert")!.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("#alert .sn-only[lang=el]"));
    }

    [Fact]
    public async Task Of_two_alerts_the_country_s_own_stands_first_and_the_page_stays_within_its_bytes()
    {
        var longest = new string('ä', 120);
        Picture = Picture.Publish(Alert("EU").With("de", "Title", longest), Alert("DE").With("de", "Title", longest[1..] + "!"));
        var budget = Site.Services.GetRequiredService<PageSizes>();

        Assert.EndsWith("!", (await LineAsync("/de/de"))!.QuerySelectorAll("a")[0].TextContent, StringComparison.Ordinal);
        Assert.EndsWith("!", (await LineAsync("/search/de?country=de"))!.QuerySelectorAll("a")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Site.PageAsync("/de/de")).QuerySelectorAll("section.sn-alert").Length);
        Assert.InRange(await budget.OfAsync(Picture, "/de/de", default) ?? 0, 5_000, PageSizes.Limit);
    }

    private static PublishedItem Alert(string scope) =>
        Edits.New("Alert", scope, "line").With("de", "Title", "Die Nummer ist gestört").With("de", "Body", "Ruf **110** an.");

    private async Task<IElement?> LineAsync(string path) => (await Site.PageAsync(path)).QuerySelector(".sn-alarm");
}
