using System.Security.Cryptography;
using System.Text;

namespace SayNo.Web.Tests.Security;

public sealed class SecurityHeadersTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=de")]
    [InlineData("/de")]
    [InlineData("/de/de")]
    [InlineData("/de/de/film")]
    [InlineData("/about")]
    [InlineData("/privacy/bg")]
    [InlineData("/partners/el")]
    [InlineData("/icon.svg")]
    [InlineData("/nowhere/at/all")]
    [InlineData("/api/v1/nowhere")]
    public async Task Every_answer_tells_nobody_where_the_visitor_was_and_sets_nothing(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using var answer = await site.SendAsync(method, path);
            Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("require-corp", Header(answer, "Cross-Origin-Embedder-Policy"));
            Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.NotNull(Header(answer, "Permissions-Policy"));
            Assert.NotNull(Header(answer, "Cache-Control"));
            Assert.Null(Header(answer, "Set-Cookie"));
            Assert.Null(Header(answer, "Server"));
            Assert.Null(Header(answer, "Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task The_policy_names_the_only_style_sheet_and_allows_no_script()
    {
        var page = await site.PageAsync("/de/de");
        var style = Assert.Single(page.QuerySelectorAll("style"));
        using var answer = await site.GetAsync("/de/de");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.TextContent)));

        Assert.Contains($"style-src 'sha256-{hash}'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick], iframe, object, embed"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
