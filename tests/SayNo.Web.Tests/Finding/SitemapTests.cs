using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SayNo.Testing;
using SayNo.Web.Tests.Site;

namespace SayNo.Web.Tests.Finding;

/// <summary>The sitemaps against the whole site as a crawler finds it.</summary>
[Collection(OnTheSite.Name)]
public sealed partial class SitemapTests(CrawledSite site) : IAsyncLifetime
{
    private const string Everybody = "x-default";

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    // ISO 3166-1 as the framework knows it; XK is in it by agreement, and search engines refuse it.
    private static readonly HashSet<string> Regions =
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => culture.Name.Split('-')[^1]).Where(region => region is [_, _] and not "XK")];

    private IReadOnlyList<(string Name, XElement Entry)> _index = [];
    private IReadOnlyDictionary<string, Listed> _pages = new Dictionary<string, Listed>();

    public async Task InitializeAsync()
    {
        _index = [.. (await ReadAsync("/sitemap.xml")).Elements(Sitemap + "sitemap").Select(entry => (PathOf(entry.Element(Sitemap + "loc")!.Value), entry))];
        var pages = new List<Listed>();

        foreach (var (name, _) in _index)
        {
            pages.AddRange((await ReadAsync(name)).Elements(Sitemap + "url").Select(url => Listed.Of(name, url, PathOf)));
        }

        _pages = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void There_is_a_sitemap_for_each_country_and_one_for_what_is_the_same_everywhere() => Assert.Equal(
        CampaignPages.Countries.Select(address => $"/sitemap-{address.Country.ToLowerInvariant()}.xml").Append("/sitemap-campaign.xml").Distinct().Order(StringComparer.Ordinal),
        _index.Select(sitemap => sitemap.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_entry_says_when_the_newest_part_of_it_was_published()
    {
        Assert.All(_pages.Values, page => Assert.True(page.ChangedAt <= DateTime.UtcNow, page.Path));
        Assert.All(_index, sitemap => Assert.Equal(
            _pages.Values.Where(page => page.Sitemap == sitemap.Name).Max(page => page.ChangedAt), Listed.LastChange(sitemap.Entry)));
    }

    [Fact]
    public async Task Every_page_that_is_its_own_canonical_one_is_listed_and_no_other()
    {
        var canonical = site.Pages.Select(Canonical).OfType<string>()
            .Where(path => !path.EndsWith("/film", StringComparison.Ordinal) || _pages.ContainsKey(path)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(canonical.Except(_pages.Keys));

        foreach (var path in _pages.Keys.Except(canonical))
        {
            using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(path, Canonical(await CrawledPage.ReadAsync(path, answer, CancellationToken.None)));
        }
    }

    [Fact]
    public void Every_page_names_itself_and_all_others_of_its_kind_and_each_of_them_names_it_back()
    {
        foreach (var page in _pages.Values.Where(page => page.Alternates.Count > 0))
        {
            Assert.Contains(page.Alternates, other => other.Path == page.Path);
            Assert.All(page.Alternates, other => Assert.True(page.Alternates.SequenceEqual(_pages[other.Path].Alternates), $"{page.Path} and {other.Path} name others"));
        }
    }

    [Fact]
    public void Every_language_is_named_once_and_as_search_engines_know_it() => Assert.All(_pages.Values, page =>
    {
        Assert.Equal(page.Alternates.Count, page.Alternates.DistinctBy(other => other.Hreflang).Count());
        Assert.DoesNotContain(page.Alternates, other => other.Hreflang != Everybody && !IsKnown(other.Hreflang));
    });

    [Fact]
    public void A_country_page_is_beside_all_other_countries_the_list_of_countries_in_each_language_and_the_start_page_for_everybody_else()
    {
        var alternates = _pages["/at/de"].Alternates.ToDictionary(other => other.Hreflang, other => other.Path);
        var countries = CampaignPages.Countries.Where(address => address.Country != "XK").ToDictionary(address => $"{address.Locale}-{address.Country}", address => address.Path);

        Assert.All(countries, country => Assert.Equal(country.Value, alternates[country.Key]));
        Assert.All(CampaignPages.Locales, locale => Assert.Equal($"/?lang={locale}", alternates[locale]));
        Assert.Equal("/", alternates[Everybody]);
        Assert.Equal(countries.Count + CampaignPages.Locales.Count + 1, alternates.Count);
        Assert.Equal("/about/en", _pages["/about/de"].Alternates.Single(other => other.Hreflang == Everybody).Path);
    }

    [Fact]
    public void A_country_that_search_engines_have_no_code_for_is_listed_for_itself() => Assert.Empty(_pages["/xk/sq"].Alternates);

    [Fact]
    public void No_page_names_its_other_languages_a_second_time() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.OuterHtml));

    private static bool IsKnown(string tag) => Tag().Match(tag) is { Success: true } match
        && CultureInfo.GetCultureInfo(match.Groups["language"].Value).TwoLetterISOLanguageName == match.Groups["language"].Value
        && (!match.Groups["region"].Success || Regions.Contains(match.Groups["region"].Value));

    private string? Canonical(CrawledPage page) =>
        page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } address ? PathOf(address) : null;

    private string PathOf(string address)
    {
        Assert.StartsWith(site.Running.Address.ToString(), address, StringComparison.Ordinal);

        return new Uri(address).PathAndQuery;
    }

    private async Task<XElement> ReadAsync(string path)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/xml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());

        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    [GeneratedRegex("^(?<language>[a-z]{2})(-[A-Z][a-z]{3})?(-(?<region>[A-Z]{2}))?$")]
    private static partial Regex Tag();

    private sealed record Listed(string Sitemap, string Path, DateTime ChangedAt, IReadOnlyList<(string Hreflang, string Path)> Alternates)
    {
        public static Listed Of(string sitemap, XElement url, Func<string, string> pathOf) => new(
            sitemap, pathOf(url.Element(SitemapTests.Sitemap + "loc")!.Value), LastChange(url),
            [.. url.Elements(Xhtml + "link").Select(link => (link.Attribute("hreflang")!.Value, pathOf(link.Attribute("href")!.Value)))]);

        public static DateTime LastChange(XElement entry) =>
            DateTime.ParseExact(entry.Element(SitemapTests.Sitemap + "lastmod")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
    }
}
