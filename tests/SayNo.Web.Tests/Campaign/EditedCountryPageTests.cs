using SayNo.Content.Fields;
using SayNo.Content.Fields.Formats;
using SayNo.Content.Published;
using SayNo.Theme;

namespace SayNo.Web.Tests.Campaign;

public sealed class EditedCountryPageTests : TestAtAnHour
{
    [Fact]
    public async Task A_country_without_police_contact_shows_its_emergency_number_and_the_helpline()
    {
        Picture = Picture.Unpublish([.. Picture.Contacts("DE", "police-report")]);

        var first = (await Site.PageAsync("/de/de")).QuerySelector(".sn-kind")!;

        Assert.Equal("Der Polizei melden", first.QuerySelector("h3")!.TextContent);
        Assert.Equal(["tel:112", "tel:116111"], first.QuerySelectorAll("a[href^='tel:']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_country_s_own_wording_stands_in_its_place_and_leaves_the_rest_as_it_is()
    {
        var step = Picture.OfType("Step", "EU").First();
        var own = Edits.New("Step", "AT", "own") with { OverrideOf = step.Id, Neutral = null };
        Picture = Picture.Publish(own.With("de", "Title", "Nur in Österreich"));

        var austria = (await Site.PageAsync("/at/de")).QuerySelectorAll(".sn-steps > li");

        Assert.Equal(5, austria.Length);
        Assert.Equal("Nur in Österreich", austria[0].QuerySelector("h3")!.TextContent);
        Assert.StartsWith("Egal, was sie sagen", austria[0].QuerySelector(".sn-lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Schick nichts mehr. Zahl nichts.", (await Site.PageAsync("/de/de")).QuerySelector(".sn-steps h3")!.TextContent);
    }

    [Fact]
    public async Task Another_language_of_the_country_keeps_the_campaign_s_wording()
    {
        var own = Edits.New("Step", "BE", "own") with { OverrideOf = Picture.OfType("Step", "EU").First().Id, Neutral = null };
        Picture = Picture.Publish(own.With("nl", "Title", "Alleen hier"));

        Assert.Equal("Alleen hier", (await Site.PageAsync("/be/nl")).QuerySelector(".sn-steps h3")!.TextContent);
        Assert.Equal("N'envoie plus rien. Ne paie pas.", (await Site.PageAsync("/be/fr")).QuerySelector(".sn-steps h3")!.TextContent.Replace('’', '\''));
    }

    [Fact]
    public async Task An_alert_shows_from_its_start_to_its_end_in_its_country()
    {
        var alert = Edits.New("Alert", "DE", "fraud").With("StartsAt", "2026-11-25T18:00:00Z").With("EndsAt", "2026-11-26T18:00:00Z")
            .With("de", "Title", "Die Nummer ist gestört").With("de", "Body", "Ruf **110** an.");
        Picture = Picture.Publish(alert);

        Assert.Null(await AlertAsync("/de/de"));
        Clock.Now = new(2026, 11, 25, 18, 0, 0, DateTimeKind.Utc);
        Assert.Contains("Die Nummer ist gestört", await AlertAsync("/de/de"), StringComparison.Ordinal);
        Assert.Null(await AlertAsync("/at/de"));
        Clock.Now = new(2026, 11, 26, 18, 0, 0, DateTimeKind.Utc);
        Assert.Null(await AlertAsync("/de/de"));
    }

    [Theory]
    [InlineData("https://www.yr.no/", "https://www.yr.no/")]
    [InlineData("https://evil.example/", "https://www.wikipedia.org/")]
    public async Task A_country_may_choose_its_way_out_among_the_allowed_ones(string wanted, string target)
    {
        Picture = Picture.Publish(Picture.Country("DE").With("ExitTarget", new System.Text.Json.Nodes.JsonObject { ["Url"] = wanted }));

        Assert.Equal(target, (await Site.PageAsync("/de/de")).QuerySelector(".sn-exit")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_editors_write_is_text_and_never_markup()
    {
        var contact = Picture.Contacts("DE", "child-helpline").First();
        Picture = Picture.Publish(contact.With("Organisation", "<script>alert(1)</script>").With("de", "Notes", "\"><img src=x>"));

        var page = await Site.PageAsync("/de/de");

        Assert.Empty(page.QuerySelectorAll("main script:not([type='application/ld+json']), img:not([src^='/qr/'])"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewed_page_carries_no_note()
    {
        Picture = Picture.Publish([.. Picture.All.Where(item => item.Type is "CountryPage" or "Step" or "CountryContact" or "Page").Select(Reviewed)]);

        Assert.Null((await Site.PageAsync("/de/de")).QuerySelector(".sn-unreviewed"));
    }

    private static PublishedItem Reviewed(PublishedItem item) =>
        item.Locales.Keys.Aggregate(item, (before, locale) => before with { Locales = before.Locales.SetItem(locale, before.Locales[locale] with { IsReviewed = true }) });

    private async Task<string?> AlertAsync(string path) => (await Site.PageAsync(path)).QuerySelector(".sn-alert")?.TextContent;

    [Fact]
    public async Task R12_a_country_chooses_another_icon_for_all_of_its_pages_and_no_other_country_s()
    {
        Picture = Picture.Publish(Picture.Country("DE").With("Icon", "star"), Picture.Country("AT").With("Icon", "unknown"));

        foreach (var path in new[] { "/de/de", "/de/de/film", "/de/de/safety", "/de/de/sources", "/search/de?country=de&q=112" })
        {
            Assert.Equal(["/icons/star.svg", "/icons/star-180.png", "/icons/star.webmanifest"], await IconsAsync(path));
        }

        Assert.All([await IconsAsync("/at/de"), await IconsAsync("/?lang=de")], icons => Assert.Equal("/icon.svg", icons[0]));
    }

    [Fact]
    public void R12_the_form_offers_the_icons_that_the_theme_has() => Assert.Equal(
        SayNoTheme.Choices, Assert.IsType<ChoiceFormat>(Assert.IsType<TextField>(Picture.Types["CountryPage"]["Icon"]).Format).Choices);

    private async Task<IReadOnlyList<string?>> IconsAsync(string path) =>
        [.. (await Site.PageAsync(path)).QuerySelectorAll("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]").Select(link => link.GetAttribute("href"))];
}
