using System.Net;
using System.Text.Json.Nodes;
using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign;

/// <summary>The pages within a country keep its way out, its languages, and the way back to its advice.</summary>
public sealed class InnerPagesTests : TestAtAnHour
{
    private static readonly string[] Slugs =
        ["safety", "about", "privacy", "already-paid", "already-sent", "parents", "friend", "partners", "sources", "accessibility"];

    [Fact]
    public async Task A_page_within_a_country_keeps_its_frame()
    {
        Picture = Picture.Publish(Picture.Country("BE").With("ExitTarget", new JsonObject { ["Url"] = "https://www.yr.no/" }));
        var title = (await Site.PageAsync("/be/nl")).Title;

        foreach (var slug in Slugs)
        {
            var page = await Site.PageAsync($"/be/nl/{slug}");

            Assert.Equal("https://www.yr.no/", page.QuerySelector(".sn-exit")!.GetAttribute("href"));
            Assert.Equal(
                [$"/be/nl/{slug}", $"/be/fr/{slug}", $"/be/de/{slug}"],
                page.QuerySelectorAll(".sn-languages [hreflang]:not([hreflang=ar])").Select(link => link.GetAttribute("href")));
            Assert.Equal("/be/nl", page.QuerySelector(".sn-brand")!.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector(".sn-foot nav a[href='/be/nl']"));
            Assert.Equal(title, page.Title);
        }
    }

    [Fact]
    public async Task A_country_s_own_wording_of_a_text_stands_within_it_and_nowhere_else()
    {
        var text = Picture.Find("Page", "EU", "already-paid")!;
        Picture = Picture.Publish((Edits.New("Page", "AT", "own-words") with { OverrideOf = text.Id, Neutral = null }).With("de", "Body", "Nur in Österreich."));

        Assert.Contains("Nur in Österreich.", await MainAsync("/at/de/already-paid"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nur in Österreich.", await MainAsync("/de/de/already-paid"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/at/de/own-words"));
    }

    [Fact]
    public async Task A_country_may_have_a_text_of_its_own()
    {
        Picture = Picture.Publish((Edits.New("Page", "AT", "schools") with { Neutral = null }).With("de", "Title", "Für Schulen").With("de", "Body", "Fragt uns."));

        Assert.Contains("Fragt uns.", await MainAsync("/at/de/schools"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/de/de/schools"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/schools/de"));
    }

    [Fact]
    public async Task R20_a_text_that_the_country_s_language_lacks_comes_marked_and_is_left_out_by_search_engines()
    {
        var text = Picture.Find("Page", "EU", "friend")!;
        Picture = Picture.Publish(text with { Locales = text.Locales.Remove("el") });

        var page = await Site.PageAsync("/gr/el/friend");

        Assert.Equal("en", page.QuerySelector("article > div")!.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("article > .sn-only"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    private async Task<string> MainAsync(string path) => (await Site.PageAsync(path)).QuerySelector("main")!.TextContent;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await Site.GetAsync(path);

        return answer.StatusCode;
    }
}
