using AngleSharp.Dom;

namespace SayNo.Web.Tests.Search;

public sealed class SearchPageTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("en", "Allemagne")]
    [InlineData("en", "Германия")]
    [InlineData("en", "Γερμανία")]
    [InlineData("de", "Niemcy")]
    [InlineData("bg", "Njemačka")]
    [InlineData("el", "vokietija")]
    [InlineData("fr", "an Ghearmáin")]
    [InlineData("sr-Latn", "немачка")]
    [InlineData("uk", "germny")]
    [InlineData("en", "DEUTSCHLAND")]
    public async Task A_country_is_found_by_its_name_in_every_language_of_the_site(string locale, string query)
    {
        Assert.StartsWith("/de/", await FirstAsync(locale, query, "country"), StringComparison.Ordinal);
        var chooser = await site.PageAsync($"/?lang={locale}&q={Uri.EscapeDataString(query)}");
        Assert.Equal(["/de/de"], chooser.QuerySelectorAll(".sn-countries li").Select(one => one.QuerySelector("a")!.GetAttribute("href")));
    }

    [Theory]
    [InlineData("en", "screenshots", "step", "Keep the proof")]
    [InlineData("en", "i sent nudes", "step", "Don't send more")]
    [InlineData("en", "SEXTORTION", "step", "Don't send more")]
    [InlineData("en", "snapchat", "step", "")]
    [InlineData("de", "nudes", "step", "Schick nichts mehr")]
    [InlineData("el", "χρηματα", "step", "")]
    [InlineData("bg", "ПАРИ", "step", "")]
    [InlineData("pl", "pieniedzy", "step", "")]
    [InlineData("en", "privacy", "page", "Privacy")]
    [InlineData("de", "datenschuz", "page", "Datenschutz")]
    [InlineData("en", "video film", "film", "Watch the film")]
    [InlineData("sv", "filmen", "film", "")]
    [InlineData("en", "europol", "partner", "Europol")]
    [InlineData("en", "takeitdown", "contact", "Take It Down")]
    [InlineData("fr", "stop ncii", "contact", "StopNCII")]
    public async Task What_a_child_types_is_found_in_the_language_of_the_page(string locale, string query, string kind, string title) =>
        Assert.StartsWith(title, (await ResultsAsync(locale, query, kind))[0].QuerySelector("h3, .sn-who")!.TextContent.Trim(), StringComparison.Ordinal);

    [Theory]
    [InlineData("116 111", "tel:116111")]
    [InlineData("116-111", "tel:116111")]
    [InlineData("١١٦١١١", "tel:116111")]
    [InlineData("0800 1111", "tel:08001111")]
    [InlineData("+44 800 1111", null)]
    public async Task A_number_is_found_however_it_is_written(string query, string? link)
    {
        var page = await SearchAsync("en", query, "&country=gb");

        Assert.Equal(link is null ? [] : [link], page.QuerySelectorAll("section .sn-button[href^='tel:']").Select(one => one.GetAttribute("href")).Distinct());
    }

    [Fact]
    public async Task Who_comes_from_a_country_gets_its_help_first_and_no_number_of_another()
    {
        var page = await SearchAsync("de", "polizei", "&country=at");

        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=contact] .sn-who"));
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=contact] h3, section[aria-labelledby=contact] a[href='tel:110']"));
        Assert.Equal("contact", page.QuerySelector("section")!.GetAttribute("aria-labelledby"));
        Assert.Equal("/at/de", page.QuerySelector(".sn-brand")!.GetAttribute("href"));
        Assert.Equal("tel:112", page.QuerySelector(".sn-danger a")!.GetAttribute("href"));
        Assert.Equal("at", page.QuerySelector("form input[name=country]")!.GetAttribute("value"));
        Assert.Contains("Österreich", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_another_country_leads_there_from_everywhere()
    {
        var page = await SearchAsync("de", "polizei polen", "&country=at");

        Assert.Equal("Polska", page.QuerySelector("section[aria-labelledby=contact] h3")!.TextContent);
        Assert.Equal("pl", page.QuerySelector("section[aria-labelledby=contact] h3")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Where_only_help_of_other_countries_was_found_that_of_the_visitors_own_is_one_tap_away()
    {
        var page = await SearchAsync("de", "112", "&country=de");

        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=contact] h3"));
        Assert.Equal("/de/de#help", page.QuerySelector("main a.sn-button")!.GetAttribute("href"));
        Assert.DoesNotContain("steht zuerst", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_long_as_nobody_knows_the_country_advice_goes_before_the_numbers_of_forty_countries()
    {
        var page = await SearchAsync("en", "police");

        Assert.Equal("step", page.QuerySelector("section")!.GetAttribute("aria-labelledby"));
        Assert.Equal("contact", page.QuerySelectorAll("section")[^1].GetAttribute("aria-labelledby"));
        Assert.True(page.QuerySelectorAll("section[aria-labelledby=contact] .sn-who").Length <= 10);
    }

    [Fact]
    public async Task The_language_switch_keeps_what_was_typed_and_the_country()
    {
        var page = await SearchAsync("de", "film & mehr", "&country=be");

        Assert.Equal(
            [("nl", "/search/nl?country=be&q=film%20%26%20mehr"), ("fr", "/search/fr?country=be&q=film%20%26%20mehr"), ("de", "/search/de?country=be&q=film%20%26%20mehr")],
            page.QuerySelectorAll(".sn-languages a").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Nothing_found_still_helps()
    {
        var page = await SearchAsync("en", "xyzzyqwert");

        Assert.Equal("No results found", page.QuerySelector(".sn-result")!.TextContent.Trim());
        Assert.Equal("/?lang=en", page.QuerySelector("main a.sn-button")!.GetAttribute("href"));
        Assert.Contains("It is not your fault", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".sn-danger"));
    }

    [Fact]
    public async Task A_text_in_another_language_says_so()
    {
        var result = (await ResultsAsync("de", "INHOPE", "contact"))[0];

        Assert.NotNull(result.QuerySelector("details p[lang=en]"));
    }

    [Fact]
    public async Task It_works_without_script_as_a_form_that_is_only_a_search()
    {
        var page = await site.PageAsync("/search/el");
        var form = page.QuerySelector("form[role=search]")!;

        Assert.Equal("/search/el", form.GetAttribute("action"));
        Assert.Null(form.GetAttribute("method"));
        Assert.Equal(["q"], form.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal("Αναζήτηση", page.Title);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("section, .sn-result"));
    }

    [Theory]
    [InlineData("/search", "/search/bg")]
    [InlineData("/search?q=a%20b&country=BG", "/search/bg?country=bg&q=a%20b")]
    [InlineData("/search/SR-latn?q=x", "/search/sr-Latn?q=x")]
    public async Task Every_spelling_of_the_address_leads_to_the_one_it_has(string path, string location)
    {
        using var answer = await site.GetAsync(path, ("Accept-Language", "bg"));

        Assert.Equal(location, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_found() => Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.GetAsync("/search/xx?q=a")).StatusCode);

    [Theory]
    [InlineData("/de/de", "/search/de?country=de")]
    [InlineData("/privacy/el", "/search/el")]
    [InlineData("/?lang=bg", "/search/bg")]
    public async Task Every_page_leads_to_the_search(string path, string search) =>
        Assert.NotNull((await site.PageAsync(path)).QuerySelector($".sn-foot a[href='{search}']"));

    private Task<IDocument> SearchAsync(string locale, string query, string more = "") => site.PageAsync($"/search/{locale}?q={Uri.EscapeDataString(query)}{more}");

    private async Task<IReadOnlyList<IElement>> ResultsAsync(string locale, string query, string kind)
    {
        var results = (await SearchAsync(locale, query)).QuerySelectorAll($"section[aria-labelledby={kind}] > ul > li").ToList();
        Assert.NotEmpty(results);

        return results;
    }

    private async Task<string> FirstAsync(string locale, string query, string kind) =>
        (await ResultsAsync(locale, query, kind))[0].QuerySelector("a")!.GetAttribute("href")!;
}
