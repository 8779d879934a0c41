using SayNo.Admin.Reviewing;
using SayNo.Admin.Translating;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Sources;
using SayNo.Content.Translating;
using SayNo.Web.Localization;

namespace SayNo.Admin.Editing;

/// <summary>What follows a save with the same press of a button.</summary>
public enum NextStep
{
    None,
    Submit,
    Publish,

    /// <summary>Nothing is saved: the form only looks for items to point to.</summary>
    Find,
}

/// <summary>Saves what was typed, and sends it to review or publishes it if that was asked for.</summary>
public sealed class DraftActs(
    ContentDrafts drafts, Translations translations, SourceConfirmation sources, AutoSaves kept, ContentReview review, ContentPublisher publisher, ServedSoon served)
{
    public async Task<DraftOutcome> SaveAsync(OpenedDraft draft, PostedDraft posted, NextStep next, Editor by, PoLocalizer l, CancellationToken ct)
    {
        var reading = draft.Form.Read(posted.Inputs, draft.Before);
        var unchosen = DraftConflict.Unchosen(draft.Form, posted.Inputs, l);

        if (unchosen.Count > 0 && draft.Base is { } theirs)
        {
            return new() { Problems = unchosen, Conflict = DraftConflict.Again(draft.Form, theirs, posted.Inputs, reading.Values, l) };
        }

        if (reading.Problems.Count > 0)
        {
            return new() { Problems = reading.Problems };
        }

        if (posted is { Segments: { Confirmed.Count: > 0 } segments, BasedOn: { } text } && reading.Values.Same(draft.Before))
        {
            return await ConfirmAsync(draft, text, segments, next, by, ct);
        }

        var saved = await SaveAsync(draft, posted, reading.Values, by, ct);

        if (saved.Conflict is { Theirs: { } stored, Yours: var yours })
        {
            return new() { Conflict = DraftConflict.Of(draft.Form, draft.Before, stored, yours, l) };
        }

        return saved.Version is { } version
            ? await FollowAsync(draft, new(version.Id, saved.IsNew, reading.IsCleaned, posted.Comment), next, by, ct)
            : new()
            {
                Problems = saved.Problems.Count > 0
                    ? saved.Problems
                    : [new("", "It does not exist any more. Copy your text before you leave.")],
            };
    }

    private Task<SaveResult> SaveAsync(OpenedDraft draft, PostedDraft posted, ContentValues values, Editor by, CancellationToken ct) => posted.Segments is { } segments
        ? translations.SaveAsync(
            new()
            {
                ItemId = draft.Item.Id,
                Locale = draft.Locale,
                SourceId = segments.SourceId,
                Texts = segments.Texts,
                Confirmed = segments.Confirmed,
                BasedOn = posted.BasedOn,
                IsReviewed = draft.IsReviewed(posted.Inputs),
                Comment = posted.Comment,
            },
            by, ct)
        : drafts.SaveAsync(
            new()
            {
                ItemId = draft.Item.Id,
                Locale = draft.Locale,
                SourceId = posted.SourceId,
                Values = values,
                IsMinor = posted.IsMinor,
                BasedOn = posted.BasedOn,
                IsReviewed = draft.IsReviewed(posted.Inputs),
                Comment = posted.Comment,
            },
            by, ct);

    // Nothing was written anew: that some of it is still right is said of the text as it is, which stays public if it is.
    private async Task<DraftOutcome> ConfirmAsync(OpenedDraft draft, string text, TypedSegments segments, NextStep next, Editor by, CancellationToken ct)
    {
        var result = await sources.ConfirmAsync(draft.Item.Id, draft.Locale, text, segments.SourceId, segments.Confirmed, by, ct);

        if (!result.IsDone)
        {
            return new() { Problems = result.Problems };
        }

        await kept.DropAsync(draft.Item.Id, draft.Locale, by, ct);
        var submitted = next == NextStep.Submit ? await review.SubmitAsync(draft.Item.Id, draft.Locale, null, by, ct) : null;

        return new() { Problems = submitted?.Problems ?? [], Notice = submitted?.Problems.Count > 0 ? null : submitted is null ? "confirmed" : "sent" };
    }

    private async Task<DraftOutcome> FollowAsync(OpenedDraft draft, Saved saved, NextStep next, Editor by, CancellationToken ct)
    {
        var (problems, notice) = next switch
        {
            NextStep.Submit => ((await review.SubmitAsync(draft.Item.Id, draft.Locale, saved.Comment, by, ct)).Problems, "sent"),
            NextStep.Publish => await PublishAsync(draft, saved, by, ct),
            _ => ([], saved.IsNew ? "saved" : "same"),
        };

        return new()
        {
            Problems = problems,
            SavedAs = saved.VersionId,
            Notice = problems.Count > 0 ? null : EditNotices.KeyOf(notice, saved.IsCleaned),
        };
    }

    private async Task<(IReadOnlyList<Problem> Problems, string Notice)> PublishAsync(OpenedDraft draft, Saved saved, Editor by, CancellationToken ct)
    {
        var result = await publisher.PublishAsync(draft.Item.Id, draft.Locale, saved.VersionId, by, ct);

        return (result.Problems, result.IsDone && await served.WaitAsync(result.Sequence, ct) ? "published" : "published-soon");
    }

    private sealed record Saved(string VersionId, bool IsNew, bool IsCleaned, string? Comment);
}

/// <summary>What became of a form.</summary>
public sealed record DraftOutcome
{
    /// <summary>The key of the sentence that says what was done; none if not all of it was.</summary>
    public string? Notice { get; init; }

    /// <summary>Why it was not done.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public DraftConflict? Conflict { get; init; }

    /// <summary>The version that holds the text now, even if what was to follow did not happen.</summary>
    public string? SavedAs { get; init; }
}
