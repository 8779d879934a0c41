namespace SayNo.Web.Tests.Site;

/// <summary>The site asks a visitor for nothing, keeps nothing and tells nobody.</summary>
[Collection(OnTheSite.Name)]
public sealed class PrivacyTests(CrawledSite site)
{
    private const string Foreign = "script[src], script[type]:not([type='application/ld+json']), iframe, object, embed, link[rel~=preconnect], link[rel~=dns-prefetch], meta[http-equiv=refresh]";

    private static readonly string[] Loading = ["src", "srcset", "poster", "href"];

    [Fact]
    public void R9_no_answer_sets_a_cookie() =>
        Assert.Empty(site.Answers.Values.Where(answer => answer.Headers.ContainsKey("Set-Cookie")).Select(answer => answer.Path));

    [Fact]
    public void R9_no_page_loads_anything_of_another_site_or_runs_another_script_than_its_one() => site.EveryPage(page =>
        page.Html.QuerySelectorAll(Foreign)
            .Concat(page.Html.QuerySelectorAll("[src], [srcset], [poster], link[href]")
                .Where(element => element.GetAttribute("rel") is not ("alternate" or "canonical"))
                .Where(element => Loading.Any(name => element.GetAttribute(name)?.Contains("//", StringComparison.Ordinal) == true)))
            .Concat(page.Html.QuerySelectorAll("script:not([type])").Skip(1))
            .Concat(page.Html.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))))
            .Select(element => element.OuterHtml));

    [Fact]
    public void R10_every_answer_carries_the_headers_that_guard_a_visitor()
    {
        var problems = site.Answers.Values.SelectMany(answer => Missing(answer.Headers).Select(header => $"{answer.Path}: {header}")).ToList();

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40)));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/de")]
    [InlineData("/DE/de")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/favicon.ico")]
    public async Task R10_answers_that_are_no_pages_carry_them_too(string path)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative));
        var page = await CrawledPage.ReadAsync(path, answer, CancellationToken.None);

        Assert.Empty(Missing(page.Headers));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void R25_no_form_asks_for_more_than_a_word_to_search_for() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("form[method]:not([method=get])")
            .Concat(page.Html.QuerySelectorAll("input:not([type=search]):not([type=submit]):not([type=hidden][name=lang]):not([type=hidden][name=country]), select, textarea"))
            .Concat(page.Html.QuerySelectorAll("input[type=search]").Where(input => input.Closest("[role=search], search") is null))
            .Select(asking => asking.OuterHtml));

    private static IEnumerable<string> Missing(IReadOnlyDictionary<string, string> headers)
    {
        var policy = headers.GetValueOrDefault("Content-Security-Policy") ?? "";

        return new (bool Wrong, string Problem)[]
        {
            (headers.GetValueOrDefault("Referrer-Policy") != "no-referrer", "Referrer-Policy"),
            (headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff", "X-Content-Type-Options"),
            (!policy.StartsWith("default-src 'none'", StringComparison.Ordinal), "Content-Security-Policy"),
            (policy.Contains("unsafe", StringComparison.Ordinal), "Content-Security-Policy is unsafe"),
            (!headers.ContainsKey("Permissions-Policy"), "Permissions-Policy"),
            (headers.ContainsKey("Server"), "Server"),
        }.Where(check => check.Wrong).Select(check => check.Problem);
    }
}
