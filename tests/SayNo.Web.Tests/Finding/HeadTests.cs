using System.Net;
using AngleSharp.Dom;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Finding;

/// <summary>What a page tells search engines, chats and browsers about itself.</summary>
public sealed class HeadTests(HeadTests.KnownSite known) : IClassFixture<HeadTests.KnownSite>
{
    private const string Address = "https://sayno.example";

    private readonly SiteUnderTest _site = known.Site;

    public static TheoryData<string, string> Pages => new()
    {
        { "/at/de", "/at/de" },
        { "/rs/sr-Latn", "/rs/sr-Latn" },
        { "/at/de/film", "/at/de/film" },
        { "/about/bg", "/about/bg" },
        { "/partners/el", "/partners/el" },
        { "/?lang=de", "/?lang=de" },
        { "/?lang=xx", "/" },
        { "/", "/" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_one_whole_address_whatever_host_was_asked_for(string path, string canonical)
    {
        var page = await _site.PageAsync(path, ("Host", "attacker.example"));

        Assert.Equal(Address + canonical, Assert.Single(page.QuerySelectorAll("link[rel=canonical]")).GetAttribute("href"));
        Assert.Equal(Address + canonical, Meta(page, "og:url"));
        Assert.DoesNotContain("attacker.example", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_the_address_is_where_the_program_listens()
    {
        var other = new SiteUnderTest();
        await other.InitializeAsync();

        var page = await other.PageAsync("/at/de", ("Host", "attacker.example"));

        Assert.Equal(new Uri(other.Http.BaseAddress!, "/at/de").AbsoluteUri, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        await other.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task R12_what_others_see_of_a_link_says_nothing_of_the_subject(string path, string _)
    {
        var page = await _site.PageAsync(path);
        var shown = page.QuerySelectorAll("head meta[property^='og:'], head meta[name=description]").Select(meta => meta.GetAttribute("content")!).Append(page.Title!).ToList();

        Assert.Equal(page.Title, Meta(page, "og:title"));
        Assert.All(shown, text => Assert.DoesNotMatch("(?i)sex|blackmail|erpress|шантаж|секс|εκβι|σεξ|nackt|nude|pictures|bilder|уцен", text));
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
    }

    [Theory]
    [InlineData("/at/de", "de_AT", "/cards/at-de.png")]
    [InlineData("/rs/sr-Latn", "sr_RS", "/cards/rs-sr-Latn.png")]
    [InlineData("/at/de/film", "de_AT", "/cards/at-de.png")]
    [InlineData("/about/bg", "bg_BG", "/cards/bg.png")]
    [InlineData("/?lang=en", "en_US", "/cards/en.png")]
    public async Task A_page_names_the_card_of_its_country_or_its_language(string path, string locale, string card)
    {
        var page = await _site.PageAsync(path);

        Assert.Equal(locale, Meta(page, "og:locale"));
        Assert.Equal(Address + card, Meta(page, "og:image"));
        Assert.Equal(("1200", "630"), (Meta(page, "og:image:width"), Meta(page, "og:image:height")));
        Assert.NotEmpty(Meta(page, "og:image:alt")!);
    }

    [Theory]
    [InlineData("/nowhere/de")]
    [InlineData("/?q=oster")]
    public async Task What_search_engines_leave_out_has_no_address_and_no_card(string path)
    {
        var page = await _site.PageAsync(path);

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("link[rel=canonical], meta[property^='og:'], meta[name=description]"));
    }

    [Theory]
    [InlineData("/icon.svg", "image/svg+xml")]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/apple-touch-icon.png", "image/png")]
    [InlineData("/icon-192.png", "image/png")]
    [InlineData("/icon-512.png", "image/png")]
    [InlineData("/site.webmanifest", "application/manifest+json")]
    [InlineData("/icons/cloud.svg", "image/svg+xml")]
    [InlineData("/icons/cloud-180.png", "image/png")]
    public async Task Browsers_get_the_neutral_icon_and_the_manifest_at_their_usual_places(string path, string type)
    {
        using var answer = await _site.GetAsync(path, ("Accept-Encoding", "br"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        Assert.True(type is not ("image/png" or "image/x-icon") || answer.Content.Headers.ContentEncoding.Count == 0);
    }

    [Fact]
    public async Task The_manifest_offers_no_installation_and_its_icons_are_there()
    {
        var files = new SayNo.Theme.SayNoTheme().Files.Keys.ToList();

        foreach (var path in files.Where(file => file.EndsWith(".webmanifest", StringComparison.Ordinal)))
        {
            using var answer = await _site.GetAsync(path);
            var manifest = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

            Assert.Equal("browser", (string?)manifest["display"]);
            Assert.All(manifest["icons"]!.AsArray(), icon => Assert.Contains((string)icon!["src"]!, files));
        }
    }

    private static string? Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    /// <summary>A site whose public address is in its settings.</summary>
    public sealed class KnownSite : IAsyncLifetime
    {
        public SiteUnderTest Site { get; } = new(builder => builder.Configuration[SiteAddress.Setting] = Address);

        public Task InitializeAsync() => Site.InitializeAsync();

        public Task DisposeAsync() => Site.DisposeAsync();
    }
}
