using System.Text.Json.Nodes;

namespace SayNo.Web.Tests.Campaign.Films;

public sealed class FilmPageTests(FilmSite site) : IClassFixture<FilmSite>
{
    [Fact]
    public async Task R22_the_player_waits_for_the_visitor_and_offers_captions_a_described_version_and_the_file()
    {
        var page = await site.Under.PageAsync("/se/en/film");
        var video = page.QuerySelector("video")!;

        Assert.Equal("none", video.GetAttribute("preload"));
        Assert.True(video.HasAttribute("controls") && video.HasAttribute("playsinline"));
        Assert.False(video.HasAttribute("autoplay") || video.HasAttribute("loop"));
        Assert.Equal("/media/poster.webp", video.GetAttribute("poster"));
        Assert.Equal(["/media/clip.mp4", "/media/clip.webm"], video.QuerySelectorAll("source").Select(source => source.GetAttribute("src")));
        Assert.Equal("/media/clip.webm", page.QuerySelector("figure video source")!.GetAttribute("src"));
        Assert.Contains("21 kB", page.QuerySelector("a[download]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A green bar meets it.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("iframe, embed, object"));
    }

    [Fact]
    public async Task Programs_are_told_of_a_film_what_the_page_shows_and_nothing_else()
    {
        var page = await site.Under.PageAsync("/se/en/film");
        var film = JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        var text = page.Body!.TextContent;

        Assert.Equal("PT1M", (string?)film["duration"]);
        Assert.Contains("About 1 minute", text, StringComparison.Ordinal);
        Assert.Equal("2026-11-23", (string?)film["uploadDate"]);
        Assert.Contains("November 23, 2026", text, StringComparison.Ordinal);
        Assert.Contains((string)film["transcript"]!, text, StringComparison.Ordinal);
        Assert.Contains((string)film["name"]!, text, StringComparison.Ordinal);
        Assert.Contains((string)film["description"]!, text, StringComparison.Ordinal);
        Assert.Contains(new Uri((string)film["contentUrl"]!).AbsolutePath, page.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(new Uri((string)film["thumbnailUrl"]!).AbsolutePath, page.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(
            page.QuerySelector("video")!.QuerySelectorAll("track").Select(track => track.GetAttribute("srclang")),
            film["caption"]!.AsArray().Select(caption => (string?)caption!["inLanguage"]));
    }

    [Theory]
    [InlineData("en", "en ar bg de el")]
    [InlineData("ar", "ar bg de el en")]
    public async Task R22_captions_stand_in_every_language_and_those_of_the_page_show_by_themselves(string locale, string order)
    {
        var tracks = (await site.Under.PageAsync($"/se/{locale}/film")).QuerySelector("video")!.QuerySelectorAll("track").ToList();

        Assert.Equal(order.Split(' '), tracks.Select(track => track.GetAttribute("srclang")));
        Assert.Equal([locale], tracks.Where(track => track.HasAttribute("default")).Select(track => track.GetAttribute("srclang")));
        Assert.All(tracks, track => Assert.Equal("captions", track.GetAttribute("kind")));
        Assert.Equal("العربية", tracks.Single(track => track.GetAttribute("srclang") == "ar").GetAttribute("label"));
    }

    [Fact]
    public async Task A_country_s_other_films_follow_and_a_page_without_a_film_of_its_language_says_which_one_it_shows()
    {
        var swedish = await site.Under.PageAsync("/se/sv/film");
        var arabic = await site.Under.PageAsync("/se/ar/film");

        Assert.Equal("Klippet", swedish.QuerySelector("h2")!.TextContent);
        Assert.Equal("English", swedish.QuerySelector("h3")!.TextContent);
        Assert.Equal("en", swedish.QuerySelector("h3")!.GetAttribute("lang"));
        Assert.Equal("The clip", arabic.QuerySelector("h2")!.TextContent);
        Assert.Single(arabic.QuerySelectorAll(".sn-only"));
        Assert.Contains("مربع أصفر يتحرك.", arabic.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_on_another_website_is_a_plain_link_that_says_where_it_leads()
    {
        var page = await site.Under.PageAsync("/de/de/film");

        Assert.Empty(page.QuerySelectorAll("video"));
        Assert.Equal("noreferrer noopener nofollow", page.QuerySelector("a[href='https://films.example.org/say-no']")!.GetAttribute("rel"));
        Assert.Contains("films.example.org", page.QuerySelectorAll("article bdi").Select(name => name.TextContent));
    }

    [Theory]
    [InlineData("/se/en")]
    [InlineData("/se/ar")]
    [InlineData("/de/de")]
    public async Task The_country_s_page_leads_to_a_film_that_can_be_seen_and_carries_nothing_of_it(string path)
    {
        var page = await site.Under.PageAsync(path);

        Assert.Single(page.QuerySelectorAll($".sn-film a[href='{path}/film']"));
        Assert.Empty(page.QuerySelectorAll("video, [src*='/media/'], [poster]"));
    }
}
