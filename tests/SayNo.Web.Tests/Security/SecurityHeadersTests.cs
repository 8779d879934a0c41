using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using SayNo.ExampleTheme;
using SayNo.Theme;
using SayNo.Web.Security;

namespace SayNo.Web.Tests.Security;

public sealed class SecurityHeadersTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    // JSON-LD is data.
    private const string Scripts = "script:not([type='application/ld+json'])";

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
    public async Task The_policy_names_the_only_style_sheet_and_the_only_script_and_lets_no_text_become_markup()
    {
        var page = await site.PageAsync("/de/de");
        using var answer = await site.GetAsync("/de/de");

        var policy = Header(answer, "Content-Security-Policy")!.Split("; ");

        Assert.Contains($"style-src '{Hash(Assert.Single(page.QuerySelectorAll("style")))}'", policy);
        Assert.Contains($"script-src '{Hash(Assert.Single(page.QuerySelectorAll(Scripts)))}'", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        Assert.Contains("trusted-types 'none'", policy);
        Assert.DoesNotContain(policy, part => part.Contains("unsafe", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script[src], [style], [onclick], iframe, object, embed"));
    }

    [Fact]
    public void A_theme_without_a_script_allows_none_and_one_that_alters_another_has_the_others()
    {
        Assert.Contains("; script-src 'none'; ", PolicyOf(new BareTheme()), StringComparison.Ordinal);
        Assert.Contains($"; script-src '{new SayNoTheme().ScriptHash}'; ", PolicyOf(new PlainTheme()), StringComparison.Ordinal);
    }

    private static string PolicyOf(Web.Theme theme)
    {
        var context = new DefaultHttpContext();
        new SecurityHeaders(theme).AddTo(context);

        return context.Response.Headers.ContentSecurityPolicy.ToString();
    }

    private static string Hash(IElement element) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}";

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private sealed class BareTheme : Web.Theme
    {
        public override string Name => "Bare";
    }
}
