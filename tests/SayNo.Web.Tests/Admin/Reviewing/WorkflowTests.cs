using SayNo.Content.Publishing;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class WorkflowTests : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync() => _texts = await TextsUnderReview.StartAsync();

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    [Fact]
    public async Task The_form_says_how_far_the_text_is_and_what_colleagues_say_beside_each_field()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        var comments = TextsUnderReview.Path(_texts.Contact, "en", "comments");
        await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(comments), "Add the comment", ("Field", "Notes"), ("Text", "Really?"));
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");
        var review = await _texts.Bea.GetPageAsync(TextsUnderReview.Path(_texts.Contact, "en", "review"));
        await _texts.Bea.SubmitAsync(review, "Send back", ("Reason", "Prove it."));

        var form = await _texts.Ada.GetPageAsync($"/admin/content/{_texts.Contact}/en");

        var field = form.Page.QuerySelector("[data-field=Notes] a.sn-tap[href*=comments]")!;
        Assert.Equal(("1 open comment: Good to know", $"{comments}#on-Notes"), (field.TextContent, field.GetAttribute("href")));
        Assert.Contains("Sent back by Bea", form.Page.QuerySelector(".sn-workflow")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Prove it.", form.Page.QuerySelector(".sn-workflow blockquote")!.TextContent);
        Assert.Equal("page", form.Page.QuerySelector(".sn-workflow nav a")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData(Role.NationalEditor, "Edit, What has changed, Preview, Comments, History")]
    [InlineData(Role.NationalApprover, "Read, Decide, Preview, Comments, History, Plan, Take away or archive")]
    [InlineData(Role.Auditor, "Read, What has changed, Preview, Comments, History")]
    public async Task Everybody_is_led_to_what_they_may_do(Role role, string links)
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        using var person = await _texts.Site.SignInAsync(AdminSite.Grant(role, "DE"));

        var page = await person.GetPageAsync(TextsUnderReview.Path(_texts.Contact, "en", "history"));
        var shown = page.Page.QuerySelectorAll(".sn-workflow nav a").ToList();

        Assert.Equal(links, string.Join(", ", shown.Select(link => link.TextContent)));

        foreach (var link in shown)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await person.GetAsync(link.GetAttribute("href")!)).Status);
        }
    }

    [Fact]
    public async Task What_nobody_has_written_leads_to_its_form_only()
    {
        var page = await _texts.Ada.GetPageAsync($"/admin/content/{_texts.Contact}/fr");

        Assert.Equal("Nothing written yet", page.Page.QuerySelector(".sn-workflow .sn-state")!.TextContent);
        Assert.Equal("Write", Assert.Single(page.Page.QuerySelectorAll(".sn-workflow nav a")).TextContent);
        Assert.Empty(page.Page.QuerySelectorAll("a[href*=comments]"));
    }
}
