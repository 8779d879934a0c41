using System.Net;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class CommentScreenTests : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync() => _texts = await TextsUnderReview.StartAsync();

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string Comments => TextsUnderReview.Path(_texts.Contact, "en", "comments");

    [Fact]
    public async Task A_comment_belongs_to_a_field_and_can_be_dealt_with()
    {
        var form = await _texts.Ada.GetPageAsync($"{Comments}?field=Notes#new");
        Assert.Equal("Notes", form.Page.QuerySelector("#Field option[selected]")!.GetAttribute("value"));

        var added = await _texts.Ada.SubmitAsync(form, "Add the comment", ("Text", "Is this <script>alert(1)</script> right?"));
        var shown = added.Page.QuerySelector("section:has(#on-Notes) article")!;
        var review = await _texts.Bea.GetPageAsync(Comments);
        var resolved = await _texts.Bea.SubmitAsync(review, "Dealt with: Comment by Ada");

        Assert.Equal("Is this <script>alert(1)</script> right?", shown.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("Ada", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 open", added.Page.QuerySelector(".sn-workflow nav")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dealt with, says Bea", resolved.Page.QuerySelector("section:has(#on-Notes) details")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("open", resolved.Page.QuerySelector(".sn-workflow nav")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u202Eb")]
    public async Task A_comment_that_cannot_be_kept_comes_back_with_the_reason_and_the_text(string text)
    {
        var form = await _texts.Ada.GetPageAsync(Comments);

        var refused = await _texts.Ada.SubmitAsync(form, "Add the comment", ("Field", "Notes"), ("Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("#Text", Assert.Single(refused.Problems).Field);
        Assert.Equal(text.Trim(), refused.Page.GetElementById("Text")!.TextContent.Trim());
        Assert.Equal("Notes", refused.Page.QuerySelector("#Field option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_comes_back_even_if_it_has_ten_megabytes()
    {
        var form = await _texts.Ada.GetPageAsync(Comments);

        var refused = await _texts.Ada.SubmitAsync(form, "Add the comment", ("Text", new('x', Content.Reviewing.Comments.MaxLength + 1)));
        var huge = await _texts.Ada.SubmitAsync(form, "Add the comment", ("Text", new('x', 10_000_000)));

        Assert.All([refused, huge], answer => Assert.Contains("at most 4000 fit", Assert.Single(answer.Problems).Sentence, StringComparison.Ordinal));
        Assert.Equal(10_000_000, huge.Page.GetElementById("Text")!.TextContent.Length);
        Assert.Empty(await _texts.Site.WithAsync<Comments, IReadOnlyList<Comment>>(
            comments => comments.OfAsync(_texts.Contact, "en", _texts.Ada.Editor, default)));
    }

    [Fact]
    public async Task An_auditor_reads_comments_and_writes_none()
    {
        using var auditor = await _texts.Site.SignInAsync(AdminSite.Grant(Role.Auditor));
        await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Comments), "Add the comment", ("Text", "Please check."));

        var page = await auditor.GetPageAsync(Comments);

        Assert.Contains("Please check.", page.Html, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        var forged = await auditor.PostAsync($"{Comments}?handler=add", ("form-token", page.FormToken!), ("Text", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
    }

    [Fact]
    public async Task Another_countrys_comments_are_not_shown()
    {
        await _texts.Ada.SubmitAsync(await _texts.Ada.GetPageAsync(Comments), "Add the comment", ("Text", "Between us."));
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "FR"));

        var refused = await french.GetAsync(Comments);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Between us", refused.Html, StringComparison.Ordinal);
    }
}
