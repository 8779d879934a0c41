using System.Net;

namespace SayNo.Web.Tests.Campaign;

/// <summary>Where the pages of a country lead, and where nothing is.</summary>
public sealed class InnerAddressesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly string[] WithinTheCountry = ["safety", "about", "partners", "privacy", "accessibility"];

    [Theory]
    [InlineData("/de/de")]
    [InlineData("/de/de/safety")]
    public async Task The_footer_of_a_country_leads_to_pages_within_it(string path)
    {
        var footer = (await site.PageAsync(path)).QuerySelectorAll(".sn-foot nav a").Select(link => link.GetAttribute("href")).ToList();

        Assert.All(WithinTheCountry, slug => Assert.Contains($"/de/de/{slug}", footer));
        Assert.Contains("/safety/de", (await site.PageAsync("/about/de")).QuerySelectorAll(".sn-foot nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_link_in_a_text_stays_within_the_country()
    {
        Assert.NotNull((await site.PageAsync("/de/de/privacy")).QuerySelector("main a[href='/de/de/safety']"));
        Assert.NotNull((await site.PageAsync("/privacy/de")).QuerySelector("main a[href='/safety/de']"));
    }

    [Theory]
    [InlineData("/DE/de/safety", "/de/de/safety")]
    [InlineData("/de/DE/Already-Paid", "/de/de/already-paid")]
    [InlineData("/de/de/Sources", "/de/de/sources")]
    public async Task Another_spelling_leads_to_the_one_address(string path, string target)
    {
        using var answer = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/de/de/nothing")]
    [InlineData("/de/fi/safety")]
    [InlineData("/zz/de/safety")]
    [InlineData("/de/de/safety/more")]
    [InlineData("/zz/de/sources")]
    public async Task What_a_country_does_not_have_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path));

    [Theory]
    [InlineData("/de/de", "Ich habe schon gezahlt", "/de/de/already-paid")]
    [InlineData("/gb/en", "I already sent pictures", "/gb/en/already-sent")]
    [InlineData("/gb/en", "For parents and teachers", "/gb/en/parents")]
    [InlineData("/gb/en", "My friend needs help", "/gb/en/friend")]
    [InlineData("/gb/en", "How we keep this page right", "/gb/en/sources")]
    public async Task R13_the_country_page_leads_to_what_the_steps_leave_open(string path, string title, string target)
    {
        var link = (await site.PageAsync(path)).QuerySelector($"main a[href='{target}']");

        Assert.NotNull(link);
        Assert.True(path.EndsWith("/de", StringComparison.Ordinal) || link.TextContent == title, link.TextContent);
    }

    [Theory]
    [InlineData("already-paid")]
    [InlineData("already-sent")]
    [InlineData("parents")]
    [InlineData("friend")]
    public async Task R13_an_answer_ends_with_whom_to_talk_to(string slug)
    {
        var page = await site.PageAsync($"/de/de/{slug}");

        Assert.Equal("tel:116111", page.QuerySelector("main .sn-talk a")!.GetAttribute("href"));
        Assert.Equal("tel:112", page.QuerySelector("main .sn-danger a")!.GetAttribute("href"));
        Assert.NotNull((await site.PageAsync($"/{slug}/de")).QuerySelector("main a.sn-button[href='/?lang=de']"));
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await site.GetAsync(path);

        return answer.StatusCode;
    }
}
