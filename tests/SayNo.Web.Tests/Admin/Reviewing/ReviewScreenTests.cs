using System.Net;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

public abstract class ReviewScreenTests(DatabaseKind kind) : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync() => _texts = await TextsUnderReview.StartAsync(kind);

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string Review => TextsUnderReview.Path(_texts.Contact, "en", "review");

    private string Phone => TextsUnderReview.Path(_texts.Contact, "", "review");

    [Fact]
    public async Task The_approver_sees_word_by_word_what_has_changed_and_who_wrote_it()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night, free and anonymous.");
        await PublishNotesAsync();
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Day and night, gratis and anonymous.", "As the operator says");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        var page = await _texts.Bea.GetPageAsync(Review);

        Assert.Equal("[taken out: free]", page.Page.QuerySelector("#change-Notes ~ p del")!.TextContent);
        Assert.Equal("[put in: gratis]", page.Page.QuerySelector("#change-Notes ~ p ins")!.TextContent);
        Assert.Equal("en", page.Page.QuerySelector("#change-Notes ~ p.sn-text")!.GetAttribute("lang"));
        Assert.Contains("by Ada", page.Page.QuerySelector(".sn-since")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("As the operator says", page.Page.QuerySelector(".sn-since")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Published, with a newer text in review", page.Page.QuerySelector(".sn-workflow .sn-state")!.TextContent);
    }

    [Fact]
    public async Task Publishing_says_when_visitors_see_it()
    {
        var draft = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");

        var after = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Review), "Publish now");

        Assert.Contains("visitors see it now", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(draft.Id, (await _texts.VariantAsync(_texts.Contact, "en")).PublishedId);
        Assert.Equal(draft.Id, _texts.Site.Published.Public.Find(_texts.Contact)!.Locales["en"].Id);
    }

    [Fact]
    public async Task Approving_publishes_nothing()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        var before = (await _texts.VariantAsync(_texts.Contact, "en")).PublishedId;

        var after = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Review), "Approve without publishing");

        Assert.Contains("approved", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var variant = await _texts.VariantAsync(_texts.Contact, "en");
        Assert.Equal((VariantState.Approved, before), (variant.State, variant.PublishedId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Whoever_sends_back_must_say_why(string reason)
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        var refused = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Review), "Send back", ("Reason", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("#Reason", Assert.Single(refused.Problems).Field);
        Assert.Equal("true", refused.Page.GetElementById("Reason")!.GetAttribute("aria-invalid"));
        Assert.Equal(VariantState.InReview, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Fact]
    public async Task A_reason_of_ten_megabytes_comes_back_with_a_sentence()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        var refused = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Review), "Send back", ("Reason", new('\u00e9', 5_000_000)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("at most 4000 fit", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(5_000_000, refused.Page.GetElementById("Reason")!.TextContent.Length);
        Assert.Equal(VariantState.InReview, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Fact]
    public async Task The_author_reads_why_it_was_sent_back()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Review), "Send back", ("Reason", "Please be <b>shorter</b>."));
        var page = await _texts.Ada.GetPageAsync(Review);

        Assert.Contains("Sent back by Bea", page.Page.QuerySelector(".sn-workflow")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Please be <b>shorter</b>.", page.Page.QuerySelector(".sn-workflow blockquote")!.TextContent);
        Assert.Equal(VariantState.Draft, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Theory]
    [InlineData("Publish now", "")]
    [InlineData("Approve without publishing", "")]
    [InlineData("Send back", "Wrong number.")]
    public async Task A_decision_is_about_the_version_that_was_looked_at(string button, string reason)
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");
        var seen = await _texts.Bea.GetPageAsync(Review);
        var newer = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Gratis.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        var refused = await _texts.Bea.SubmitAsync(seen, button, reason.Length > 0 ? [("Reason", reason)] : []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"Ada saved version {newer.Number}", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("Gratis", refused.Page.QuerySelector("#change-Notes ~ p")!.TextContent, StringComparison.Ordinal);
        Assert.All(refused.Page.QuerySelectorAll("input[name=VersionId]"), input => Assert.Equal(newer.Id, input.GetAttribute("value")));
        Assert.Equal(reason, refused.Page.GetElementById("Reason")!.TextContent);
        Assert.Equal(VariantState.InReview, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Fact]
    public async Task Four_eyes_are_named_before_anybody_clicks_with_those_who_may_publish()
    {
        using var both = await _texts.Site.SignInAsync(
            "Cem", AdminSite.Grant(Role.NationalEditor, "DE"), AdminSite.Grant(Role.NationalApprover, "DE"));
        using var _ = await _texts.Site.SignInAsync("Fay from France", AdminSite.Grant(Role.NationalApprover, "FR"));
        var draft = await _texts.SaveAsync(both, _texts.Contact, "", "Phone", "+493046644664");

        var own = await both.GetPageAsync(Phone);
        var other = await _texts.Bea.GetPageAsync(Phone);

        Assert.Contains("You have changed one of them", own.Page.QuerySelector(".sn-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It may be published by: Bea.", own.Page.QuerySelector(".sn-warning")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Page.QuerySelectorAll("button"), button => button.TextContent.Contains("Publish", StringComparison.Ordinal));
        Assert.DoesNotContain("Fay", other.Html, StringComparison.Ordinal);
        var forged = await both.PostAsync($"{Phone}?handler=publish", ("form-token", own.FormToken!), ("VersionId", draft.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains("visitors see it now", (await _texts.Bea.SubmitAsync(other, "Publish now")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_said_before_anybody_clicks()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "", "Phone", "call us");

        var page = await _texts.Bea.GetPageAsync(Phone);

        Assert.Contains("stands in the way", page.Page.QuerySelector(".sn-warning")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.QuerySelectorAll("button"), button => button.TextContent == "Publish now");
    }

    [Fact]
    public async Task An_editor_sends_to_review_and_is_offered_no_decision()
    {
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        var page = await _texts.Ada.GetPageAsync(Review);

        var after = await _texts.Ada.SubmitAsync(page, "Send to review", ("Comment", "Urgent."));

        Assert.DoesNotContain(page.Page.QuerySelectorAll("button"), button => button.TextContent is "Publish now" or "Send back");
        Assert.Contains("sent to review", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Urgent.", after.Page.QuerySelector("#comments ~ article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(VariantState.InReview, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("publish")]
    public async Task Another_countrys_approver_is_refused(string handler)
    {
        var draft = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "FR"), AdminSite.Grant(Role.NationalEditor, "FR"));
        var token = (await french.GetPageAsync("/admin/content/new")).FormToken!;

        var read = await french.GetAsync(Review);
        var refused = await french.PostAsync($"{Review}?handler={handler}", ("form-token", token), ("VersionId", draft.Id), ("Reason", "x"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (read.Status, refused.Status));
        Assert.DoesNotContain("Free", refused.Html, StringComparison.Ordinal);
        Assert.Equal(VariantState.InReview, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var draft = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Free.");

        var refused = await _texts.Bea.PostAsync($"{Review}?handler=publish", ("VersionId", draft.Id));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEqual(draft.Id, (await _texts.VariantAsync(_texts.Contact, "en")).PublishedId);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("ja")]
    public async Task A_text_that_is_not_there_has_no_screen(string locale) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _texts.Bea.GetAsync(TextsUnderReview.Path(_texts.Contact, locale, "review"))).Status);

    private async Task PublishNotesAsync() =>
        Assert.Empty((await _texts.Site.WithAsync<ContentPublisher, PublishResult>(
            publisher => publisher.PublishAsync(_texts.Contact, "en", _texts.Bea.Editor, default))).Problems);
}

public sealed class SqliteReviewScreenTests() : ReviewScreenTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlReviewScreenTests() : ReviewScreenTests(DatabaseKind.PostgreSql);
