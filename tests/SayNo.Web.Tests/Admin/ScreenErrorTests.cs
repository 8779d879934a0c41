using System.Net;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin;

/// <summary>What a colleague is told where a screen cannot be shown: not what a child in need is told.</summary>
public sealed class ScreenErrorTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/admin/accounts", HttpStatusCode.Forbidden, "You may not do this")]
    [InlineData("/admin/content/nothing", HttpStatusCode.NotFound, "There is nothing here")]
    [InlineData("/admin/nothing", HttpStatusCode.NotFound, "There is nothing here")]
    public async Task A_colleague_is_told_what_happened_within_the_admin_and_led_back(string path, HttpStatusCode status, string title)
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));

        var page = await editor.GetPageAsync(path);

        Assert.Equal(status, page.Status);
        Assert.Equal(title, page.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.Page.QuerySelector("nav.sn-menu"));
        Assert.Equal("/admin", page.Page.QuerySelector("main a.sn-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_posted_and_refused_is_answered_so_too()
    {
        using var editor = await _site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "AT"));

        var page = await editor.SendAsync(new(HttpMethod.Post, "/admin/content/order?type=Step&scope=EU") { Content = new FormUrlEncodedContent([]) });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("This could not be accepted", page.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Who_is_not_signed_in_learns_nothing_of_the_admin()
    {
        using var visitor = _site.Open();

        var page = await visitor.GetAsync("/admin/assets/nothing");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Null(page.Page.QuerySelector("nav.sn-menu"));
    }
}
