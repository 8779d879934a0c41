namespace SayNo.Web.Tests.Campaign;

public sealed class ChooserTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task All_countries_are_there_in_two_groups_under_their_own_names()
    {
        var page = await site.PageAsync("/?lang=en");

        Assert.Equal(27, page.QuerySelectorAll("section[aria-labelledby=eu] li").Length);
        Assert.Equal(12, page.QuerySelectorAll("section[aria-labelledby=others] li").Length);
        Assert.Equal("el", page.QuerySelector("a[href='/gr/el']")!.GetAttribute("lang"));
        Assert.Equal("Ελλάδα", page.QuerySelector("a[href='/gr/el']")!.TextContent);
        Assert.Contains("Greece", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "اليونان")]
    [InlineData("de", "Griechenland")]
    [InlineData("en", "Greece")]
    public async Task A_country_is_also_called_as_the_reader_calls_it(string locale, string name)
    {
        var page = await site.PageAsync($"/?lang={locale}");

        Assert.Equal(name, page.QuerySelector("li:has(a[href='/gr/el']) span")!.TextContent);
        Assert.Null(page.QuerySelector("li:has(a[href='/gr/el']) span")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("li:has(a[href='/xk/sq']) > *"), one => Assert.EndsWith("*", one.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de-AT", "/at/de")]
    [InlineData("el,en;q=0.5", "/gr/el")]
    [InlineData("en-IE", "/ie/en")]
    [InlineData("fr-CH", "/ch/de")]
    [InlineData("en-US,bg", "/bg/bg")]
    public async Task The_likely_country_is_suggested_by_the_browser_s_languages(string accepted, string path) =>
        Assert.Equal(path, (await site.PageAsync("/", ("Accept-Language", accepted))).QuerySelector(".sn-hero a.sn-button")!.GetAttribute("href"));

    [Theory]
    [InlineData("ja")]
    [InlineData("xx-YY;q=zz")]
    [InlineData("de-../../x")]
    [InlineData("")]
    public async Task Nothing_is_suggested_where_nothing_fits(string accepted)
    {
        var page = await site.PageAsync("/", ("Accept-Language", accepted));

        Assert.Null(page.QuerySelector(".sn-hero a.sn-button"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("osterreich", "/at/de")]
    [InlineData("ÖSTERREICH", "/at/de")]
    [InlineData("austria", "/at/de")]
    [InlineData("XK", "/xk/sq")]
    [InlineData("ελλαδα", "/gr/el")]
    [InlineData("shqiperia", "/al/sq")]
    [InlineData("ceska", "/cz/cs")]
    [InlineData("atlantis", null)]
    [InlineData("cesko", "/cz/cs")]
    [InlineData("  polska ", "/pl/pl")]
    public async Task A_country_is_found_however_it_is_typed(string query, string? path)
    {
        var page = await site.PageAsync($"/?lang=en&q={Uri.EscapeDataString(query)}");

        Assert.Equal(path is null ? [] : [path], page.QuerySelectorAll(".sn-countries li").Select(item => item.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(path is null ? "No results found" : "1 country found", page.QuerySelector(".sn-result")!.FirstChild!.TextContent.Trim());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%F0%9F%98")]
    [InlineData("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00a\uD83D\uDE00")]
    public async Task Whatever_is_typed_is_only_text_and_kept_nowhere(string query)
    {
        using var answer = await site.GetAsync($"/?q={(query.Contains('%', StringComparison.Ordinal) ? query : Uri.EscapeDataString(query))}");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_without_script_as_a_form_that_is_only_a_search()
    {
        var form = (await site.PageAsync("/?lang=bg")).QuerySelector("form")!;

        Assert.Equal("/", form.GetAttribute("action"));
        Assert.Equal(["lang", "q"], form.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal("bg", form.QuerySelector("input[name=lang]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task No_shared_cache_keeps_a_page_that_depends_on_the_browser_s_languages()
    {
        using var answer = await site.GetAsync("/");

        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("Accept-Language", string.Join(", ", answer.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_language_of_the_site_can_be_chosen()
    {
        var page = await site.PageAsync("/?lang=de");

        Assert.Equal(RecipePicture.Campaign.Locales.Supported, page.QuerySelectorAll(".sn-languages a").Select(link => link.GetAttribute("hreflang")!).Order(StringComparer.Ordinal));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
    }
}
