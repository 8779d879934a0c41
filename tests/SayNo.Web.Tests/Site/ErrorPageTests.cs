using System.Net;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Who lands on a wrong address is helped in a language they read.</summary>
[Collection(OnTheSite.Name)]
public sealed class ErrorPageTests(CrawledSite site)
{
    public static TheoryData<string> Locales => [.. CampaignPages.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task An_unknown_address_is_answered_in_the_language_that_the_browser_asks_for(string locale)
    {
        var page = await GetAsync("/no-such-country/at-all", locale);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(locale, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Contains(InterfaceTexts.In(locale, "Page not found"), page.Html.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.ParseErrors);
    }

    [Theory]
    [InlineData("/de/xx")]
    [InlineData("/de/fr")]
    [InlineData("/xx/de")]
    [InlineData("/eu/en")]
    [InlineData("/de/de/nothing")]
    [InlineData("/about/xx")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/de/..%2f..%2frecipes")]
    [InlineData("/%2e%2e/%2e%2e/sayno.db")]
    [InlineData("/App_Data/sayno.db")]
    [InlineData("/de/%F0%28%8C%28")]
    [InlineData("/recipes/saynocampaign.recipe.json")]
    public async Task What_is_not_there_is_a_page_with_help_and_the_exit(string path)
    {
        var page = await GetAsync(path, "de");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.StartsWith("https://", page.Html.QuerySelector("a[href]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href^='/?lang=']"));
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
    }

    [Fact]
    public async Task An_address_that_holds_no_text_is_refused_before_it_reaches_the_site()
    {
        var page = await GetAsync("/de/de%00", "de");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("xx-klingon;q=9, ,;;,")]
    [InlineData("de;q=0, el;q=0.9")]
    [InlineData("../../../etc/passwd")]
    [InlineData("de-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE-DE;q=1.00000")]
    public async Task Whatever_a_browser_asks_for_the_start_page_answers(string languages)
    {
        var page = await GetAsync("/", languages);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Html.DocumentElement.GetAttribute("lang"), CampaignPages.Locales);
    }

    [Fact]
    public async Task R25_posting_to_a_page_is_refused()
    {
        using var answer = await site.Http.PostAsync(new Uri("/de/de", UriKind.Relative), new StringContent("x"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private async Task<CrawledPage> GetAsync(string path, string languages)
    {
        // As it is written: a client that tidied the path up would hide what the site makes of it.
        var address = new Uri(site.Running.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await site.Http.SendAsync(request);

        return await CrawledPage.ReadAsync(path, answer, CancellationToken.None);
    }
}
