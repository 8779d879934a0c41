using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class PreviewScreenTests : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync()
    {
        _texts = await TextsUnderReview.StartAsync();
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "", "Organisation", "The Draft Line");
    }

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string Screen => TextsUnderReview.Path(_texts.Contact, "", "preview");

    [Fact]
    public async Task A_page_is_shown_in_two_widths_as_visitors_will_get_it()
    {
        var page = await _texts.Ada.GetPageAsync(Screen);
        var frames = page.Page.QuerySelectorAll("iframe");
        var framed = await _texts.Ada.GetAsync(frames[0].GetAttribute("src")!);

        Assert.Equal(["360", "1280"], frames.Select(frame => frame.GetAttribute("width")));
        Assert.All(frames, frame => Assert.False(string.IsNullOrWhiteSpace(frame.GetAttribute("title"))));
        Assert.Contains("frame-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("The Draft Line", framed.Html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", framed.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("SAMEORIGIN", "no-store"), (framed.Header("X-Frame-Options"), framed.Header("Cache-Control")));
        Assert.Contains("noindex", framed.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.DoesNotContain("The Draft Line", (await _texts.Ada.GetAsync("/de/de")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_is_shown_can_be_chosen_and_no_other_address_is_framed()
    {
        var screen = TextsUnderReview.Path(_texts.Step, "en", "preview");
        var page = await _texts.Lea.GetPageAsync(screen);
        var pages = page.Page.QuerySelectorAll("#on option").Select(option => option.GetAttribute("value")!).ToList();

        var chosen = await _texts.Lea.GetPageAsync($"{screen}?on={Uri.EscapeDataString(pages[^1])}");
        var foreign = await _texts.Lea.GetPageAsync($"{screen}?on={Uri.EscapeDataString("https://evil.example/")}");

        Assert.True(pages.Count > 1);
        Assert.All(chosen.Page.QuerySelectorAll("iframe"), frame => Assert.Equal($"{screen}/page{pages[^1]}", frame.GetAttribute("src")));
        Assert.All(foreign.Page.QuerySelectorAll("iframe"), frame => Assert.Equal($"{screen}/page{pages[0]}", frame.GetAttribute("src")));
        Assert.DoesNotContain("evil.example", foreign.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shown_once_works_without_an_account_and_ends_when_it_is_called_back()
    {
        var made = await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Screen), "Make a link", ("Hours", "1"));
        var address = new Uri(made.Value("made")!);
        using var visitor = _texts.Site.Open();

        var seen = await visitor.GetAsync(address.PathAndQuery);
        var list = await _texts.Ada.GetPageAsync(Screen);
        var before = await _texts.Bea.GetPageAsync(Screen);
        var ended = await _texts.Bea.SubmitAsync(before, RevokeButton(before));
        var gone = await visitor.GetAsync(address.PathAndQuery);

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("The Draft Line", seen.Html, StringComparison.Ordinal);
        Assert.Contains("noindex", seen.Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.DoesNotContain(address.Segments[^1], list.Html, StringComparison.Ordinal);
        Assert.Contains("Works until", list.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada", list.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Called back on", ended.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
    }

    [Fact]
    public async Task A_link_that_has_run_out_is_gone()
    {
        var made = await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Screen), "Make a link", ("Hours", "1"));
        using var visitor = _texts.Site.Open();

        _texts.Site.Clock.Wait(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(new Uri(made.Value("made")!).PathAndQuery)).Status);
        var list = await _texts.Ada.GetPageAsync(Screen);
        Assert.Contains("Has run out on", list.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://sayno.example", "https://sayno.example/preview/x")]
    [InlineData("https://sayno.example/", "https://sayno.example/preview/x")]
    [InlineData("", "http://admin.example:81/preview/x")]
    [InlineData("no address", "http://admin.example:81/preview/x")]
    public void A_link_that_is_handed_over_leads_to_the_public_address(string setting, string link)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(SiteAddress.Setting, setting)]).Build();
        var context = new DefaultHttpContext { Request = { Scheme = "http", Host = new("admin.example", 81) } };

        Assert.Equal(link, new SiteAddress(settings, _texts.Site.Services.GetRequiredService<IServer>()).Of(context, "/preview/x"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100000")]
    [InlineData("soon")]
    public async Task A_link_lasts_only_as_long_as_is_offered(string hours)
    {
        var refused = await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Screen), "Make a link", ("Hours", hours));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("#Hours", Assert.Single(refused.Problems).Field);
        Assert.Equal(0, await _texts.Site.ReadAsync(db => db.PreviewLinks.CountAsync()));
    }

    [Fact]
    public async Task An_auditor_sees_the_links_and_makes_none()
    {
        using var auditor = await _texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));
        await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Screen), "Make a link", ("Hours", "24"));

        var page = await auditor.GetPageAsync(Screen);
        var refused = await auditor.PostAsync($"{Screen}?handler=share", ("form-token", page.FormToken!), ("Hours", "24"));

        Assert.Single(page.Page.QuerySelectorAll("tbody tr"));
        Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task Another_country_sees_neither_the_draft_nor_its_links()
    {
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "FR"));
        var frame = (await _texts.Ada.GetPageAsync(Screen)).Page.QuerySelector("iframe")!.GetAttribute("src")!;

        foreach (var path in new[] { Screen, frame })
        {
            var refused = await french.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.DoesNotContain("The Draft Line", refused.Html, StringComparison.Ordinal);
        }
    }

    private static string RevokeButton(Accounts.Answer page) =>
        string.Join(' ', page.Page.QuerySelector("tbody button")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
