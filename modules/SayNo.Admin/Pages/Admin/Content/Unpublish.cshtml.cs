using Microsoft.AspNetCore.Mvc;
using SayNo.Admin.Reviewing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Pages.Admin.Content;

/// <summary>Takes a text from the public, or puts it away, after saying what visitors would miss.</summary>
public sealed class UnpublishModel(ReviewDesk desk, ContentPublisher publisher, ContentReview review, ServedSoon served) : VariantScreen(desk)
{
    public override string Here => Workflow.UnpublishScreen;

    /// <summary>What visitors would miss.</summary>
    public IReadOnlyList<Sentence> WouldBeEmpty { get; private set; } = [];

    public bool MayUnpublish => Workflow is { MayPublish: true, IsPublic: true };

    public bool MayArchive => Workflow is { MayPublish: true, State: not (VariantState.Archived or VariantState.Empty) };

    public bool MayUnarchive => Workflow is { MayPublish: true, State: VariantState.Archived };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUnpublishAsync(CancellationToken ct)
    {
        var result = await publisher.UnpublishAsync(ItemId, Locale, Editor, ct);

        if (!result.IsDone)
        {
            return await ReadAsync(ct) ? Refuse(result.Problems) : NotFound();
        }

        return Done(await served.WaitAsync(result.Sequence, ct) ? ReviewNotices.Unpublished : ReviewNotices.UnpublishedSoon);
    }

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken ct) =>
        await AfterAsync(await review.ArchiveAsync(ItemId, Locale, Editor, ct), ReviewNotices.Archived, ct);

    public async Task<IActionResult> OnPostUnarchiveAsync(CancellationToken ct) =>
        await AfterAsync(await review.UnarchiveAsync(ItemId, Locale, Editor, ct), ReviewNotices.Unarchived, ct);

    private async Task<IActionResult> AfterAsync(ReviewResult result, string notice, CancellationToken ct)
    {
        if (!result.IsDone)
        {
            return await ReadAsync(ct) ? Refuse(result.Problems) : NotFound();
        }

        await served.WaitAsync(result.Sequence, ct);

        return Done(notice);
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return false;
        }

        WouldBeEmpty = Workflow.IsPublic ? await publisher.EmptyWithoutAsync(ItemId, Locale, Editor, ct) : [];

        return true;
    }
}
