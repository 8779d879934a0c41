using System.Net;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class UnpublishScreenTests : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync() => _texts = await TextsUnderReview.StartAsync();

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    private string Screen => TextsUnderReview.Path(_texts.Contact, "en", "unpublish");

    [Fact]
    public async Task Before_a_text_is_taken_away_it_is_said_what_visitors_would_miss()
    {
        var page = await _texts.Bea.GetPageAsync(Screen);

        Assert.NotEmpty(page.Page.QuerySelectorAll(".sn-warning li"));
        Assert.NotNull((await _texts.VariantAsync(_texts.Contact, "en")).PublishedId);
    }

    [Fact]
    public async Task Taking_away_keeps_the_text_as_a_draft()
    {
        var before = await _texts.NewestAsync(_texts.Contact, "en");

        var after = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Screen), "Take from the public");

        var variant = await _texts.VariantAsync(_texts.Contact, "en");
        Assert.Contains("taken from the public", after.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((null, before.Id), (variant.PublishedId, variant.DraftId));
        Assert.False(_texts.Site.Published.Public.Find(_texts.Contact)!.Locales.ContainsKey("en"));
    }

    [Fact]
    public async Task What_was_archived_can_be_taken_out_again()
    {
        var archived = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(Screen), "Put into the archive");
        var state = (await _texts.VariantAsync(_texts.Contact, "en")).State;
        var back = await _texts.Bea.SubmitAsync(archived, "Take out of the archive");

        Assert.Equal(VariantState.Archived, state);
        Assert.Contains("archive", archived.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(archived.Page.QuerySelectorAll("button"), button => button.TextContent == "Take from the public");
        Assert.Contains("taken out of the archive", back.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(VariantState.Draft, (await _texts.VariantAsync(_texts.Contact, "en")).State);
    }

    [Fact]
    public async Task What_the_languages_share_cannot_be_taken_away_before_them()
    {
        var screen = TextsUnderReview.Path(_texts.Contact, "", "unpublish");

        var refused = await _texts.Bea.SubmitAsync(await _texts.Bea.GetPageAsync(screen), "Take from the public");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Problems);
        Assert.NotNull((await _texts.VariantAsync(_texts.Contact, "")).PublishedId);
    }

    [Fact]
    public async Task Pressing_twice_says_that_it_is_done_already()
    {
        var page = await _texts.Bea.GetPageAsync(Screen);
        await _texts.Bea.SubmitAsync(page, "Take from the public");

        var again = await _texts.Bea.SubmitAsync(page, "Take from the public");

        Assert.Equal("It is not public.", Assert.Single(again.Problems).Sentence);
    }

    [Theory]
    [InlineData("unpublish")]
    [InlineData("archive")]
    [InlineData("unarchive")]
    public async Task Whoever_only_writes_is_offered_nothing_and_refused(string handler)
    {
        var page = await _texts.Ada.GetPageAsync(Screen);

        var refused = await _texts.Ada.PostAsync($"{Screen}?handler={handler}", ("form-token", page.FormToken!));

        Assert.Empty(page.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.NotNull((await _texts.VariantAsync(_texts.Contact, "en")).PublishedId);
    }

    [Fact]
    public async Task Another_countrys_approver_is_refused()
    {
        using var french = await _texts.Site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "FR"));

        Assert.Equal(HttpStatusCode.Forbidden, (await french.GetAsync(Screen)).Status);
    }
}
