using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SayNo.Web.Tests.Pages;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private readonly SiteUnderTest _site = new(null, new FailingModule());

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/zz")]
    [InlineData("/de/xx")]
    [InlineData("/de/fr")]
    [InlineData("/xx/de")]
    [InlineData("/about/xx")]
    [InlineData("/partners/xx")]
    [InlineData("/de/de/film/more")]
    [InlineData("/about/de/film")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/de/..%2f..%2fetc")]
    [InlineData("/de/%2e%2e%2f")]
    [InlineData("/de/%5c..%5c")]
    [InlineData("/Themes/SayNo/Country.cshtml")]
    [InlineData("/de/sr-Latn%0d%0aX-Header:%201")]
    public async Task An_unknown_address_is_not_found_and_still_helps(string path)
    {
        using var answer = await _site.GetAsync(path);
        var page = await _site.PageAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.NotNull(page.QuerySelector("a.sn-exit"));
        Assert.NotNull(page.QuerySelector("main a[href^='/?lang=']"));
        Assert.False(answer.Headers.Contains("X-Header"));
    }

    [Theory]
    [InlineData("/zz", "el-GR,el;q=0.9", "el")]
    [InlineData("/zz/bg", "el", "bg")]
    [InlineData("/zz", "qq, ;;;", "en")]
    public async Task It_speaks_the_language_of_the_address_or_of_the_browser(string path, string accepted, string locale) =>
        Assert.Equal(locale, (await _site.PageAsync(path, ("Accept-Language", accepted))).DocumentElement.GetAttribute("lang"));

    [Fact]
    public async Task A_mistake_of_ours_is_no_fault_of_the_visitor_and_tells_nothing_of_the_inside()
    {
        using var answer = await _site.GetAsync("/failing", ("Accept-Language", "de"));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("lang=\"de\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_page_cannot_be_written_to()
    {
        using var answer = await _site.SendAsync(HttpMethod.Post, "/de/de");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    private sealed class FailingModule : Module
    {
        public override string Name => "Failing";

        public override void Map(IEndpointRouteBuilder site) => site.MapGet("/failing", string () => throw new InvalidOperationException("secret"));
    }
}
