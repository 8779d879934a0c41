using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Comparing;
using SayNo.Admin.Previewing;
using SayNo.Admin.Reviewing;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Pages;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>What a draft changes of what visitors see, and the decision about it.</summary>
[RequestSizeLimit(ReviewForm.MostBytes)]
[RequestFormLimits(ValueLengthLimit = ReviewForm.MostBytes)]
public sealed class ReviewModel(
    ReviewDesk desk,
    ContentReview review,
    ContentPublisher publisher,
    PublishOutlooks outlooks,
    ContentHistory history,
    Colleagues colleagues,
    ServedSoon served,
    PublicPlaces places,
    SiteAddress address)
    : VariantScreen(desk)
{
    private const int MostNames = 5;

    public override string Here => Workflow.ReviewScreen;

    public ContentVersion? Draft => Opened.Variant.Draft;

    public ContentVersion? Public => Opened.Variant.Published;

    /// <summary>What was saved since the last publication, the newest first; the draft is the first of them.</summary>
    public IReadOnlyList<PastVersion> Since { get; private set; } = [];

    /// <summary>What stands in the way of publishing.</summary>
    public PublishOutlook Outlook { get; private set; } = PublishOutlook.Open;

    /// <summary>Those of the colleagues who may publish it as things are; the first few of them.</summary>
    public IReadOnlyList<string> WhoMay { get; private set; } = [];

    /// <summary>Why it is to go back, as it was typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the reviewers should know, as it was typed.</summary>
    public string? Comment { get; private set; }

    /// <summary>Where visitors see the text; null if they do not.</summary>
    public string? PublicAddress => Public is not null && places.BestOf(ItemId, Locale) is { } page ? address.Of(HttpContext, page.Path) : null;

    public bool MayDecide => Workflow.MayPublish && Draft is not null;

    /// <summary>Whether the person who looks may approve and publish it now.</summary>
    public bool MayPublishNow => MayDecide && Outlook.IsOpenTo(Editor);

    public bool MayApprove => MayPublishNow && Workflow.State != VariantState.Approved;

    public bool MaySendBack => MayDecide && Workflow.State is VariantState.InReview or VariantState.Approved;

    public bool MaySubmit => Workflow is { MayEdit: true, State: VariantState.Draft };

    public Differences Differences => new()
    {
        Fields = FieldDifference.Between(Opened.Type, Opened.Variant.IsNeutral, Opened.PublicValues, Opened.DraftValues, L),
        Lang = Opened.Lang,
        CommentsOn = CommentsOn,
    };

    public FieldComments CommentsOn(string field) =>
        Workflow.CommentsOn(field, Opened.Type[field] is { } known ? L[known.Label] : field);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSubmitAsync(string? comment, CancellationToken ct)
    {
        Comment = comment;

        return await AfterAsync(await review.SubmitAsync(ItemId, Locale, comment, Editor, ct), ReviewNotices.Submitted, ct);
    }

    public async Task<IActionResult> OnPostApproveAsync(string? versionId, CancellationToken ct) =>
        await AfterAsync(await review.ApproveAsync(ItemId, Locale, versionId ?? "", Editor, ct), ReviewNotices.Approved, ct);

    public async Task<IActionResult> OnPostRejectAsync(string? versionId, string? reason, CancellationToken ct)
    {
        Reason = reason;

        return await AfterAsync(await review.RejectAsync(ItemId, Locale, versionId ?? "", reason ?? "", Editor, ct), ReviewNotices.Rejected, ct);
    }

    public async Task<IActionResult> OnPostPublishAsync(string? versionId, CancellationToken ct)
    {
        var result = await publisher.PublishAsync(ItemId, Locale, versionId ?? "", Editor, ct);

        if (!result.IsDone)
        {
            return await ReadAsync(ct) ? Refuse(result.Problems) : NotFound();
        }

        return Done(await served.WaitAsync(result.Sequence, ct) ? ReviewNotices.Published : ReviewNotices.PublishedSoon);
    }

    private async Task<IActionResult> AfterAsync(ReviewResult result, string notice, CancellationToken ct) =>
        result.IsDone ? Done(notice) : await ReadAsync(ct) ? Refuse(result.Problems) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        if (Draft is null)
        {
            return true;
        }

        Since = [.. (await history.OfAsync(ItemId, Locale, Editor, ct)).Where(version => version.Number > (Public?.Number ?? 0))];
        Outlook = await outlooks.OfAsync(ItemId, Locale, Editor, ct);
        var people = Outlook.FourEyes.Count > 0 ? await colleagues.WhoMayAsync(Right.Publish, Opened.Scope, Locale, Editor, ct) : [];
        WhoMay = [.. people.Where(person => Outlook.IsLeftTo(person.Id)).Take(MostNames).Select(person => person.Name)];

        return true;
    }
}
