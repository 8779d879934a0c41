using System.Net;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>What a script on a partner's page meets (CORS), and the links in the headers.</summary>
[Collection(ApiReaders.Name)]
public sealed class OtherSitesTests(ApiSite site)
{
    private static readonly (string, string) Origin = ("Origin", "https://police.example");

    [Theory]
    [InlineData("/api/v1/countries/DE/de")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/countries/ZZ")]
    [InlineData("/api/v1/contacts?nonsense=1")]
    [InlineData("/api/v1/failing")]
    [InlineData("/api/nothing")]
    public async Task Any_site_may_read_answers_and_refusals(string path)
    {
        using var response = await site.GetAsync(path, Origin);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ETag", response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("/api/v1/countries/DE/de")]
    [InlineData("/api/v1/contacts?limit=3")]
    public async Task A_browser_may_ask_before_it_asks(string path)
    {
        using var response = await site.SendAsync(
            HttpMethod.Options, path, Origin, ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("GET, HEAD, OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Equal("86400", response.Headers.GetValues("Access-Control-Max-Age").Single());
    }

    [Fact]
    public async Task The_Link_header_names_the_page_in_other_languages_the_schema_and_the_description()
    {
        using var response = await site.GetAsync("/api/v1/countries/BE/fr");
        var links = response.Headers.GetValues("Link").Single();

        Assert.Contains("</api/v1/countries/BE/fr>; rel=\"self\"", links, StringComparison.Ordinal);
        Assert.Contains("</api/v1/countries/BE/nl>; rel=\"alternate\"; hreflang=\"nl\"", links, StringComparison.Ordinal);
        Assert.Contains("</be/fr>; rel=\"alternate\"; hreflang=\"fr\"; type=\"text/html\"", links, StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/CountryView>; rel=\"describedby\"", links, StringComparison.Ordinal);
        Assert.Contains("</api/v1/openapi.json>; rel=\"service-desc\"", links, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Link_header_of_a_list_leads_on_and_back()
    {
        using var first = await site.GetAsync("/api/v1/contacts?limit=10");
        var next = (string)(await site.ReadAsync("/api/v1/contacts?limit=10"))["links"]!["next"]!;
        using var second = await site.GetAsync(next);

        Assert.Contains($"<{next}>; rel=\"next\"", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }
}
