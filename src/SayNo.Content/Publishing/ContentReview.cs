using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Leads a draft from its author to somebody who may publish it, and puts away what is no longer needed.</summary>
public sealed class ContentReview(CmsDb db, WriteTurns turns, ChangeLog log, Rights rights, PublishCheck check, AuditLog audit, TimeProvider time)
{
    private static readonly Problem NoDraft = new("", "There is no draft here.");

    /// <summary>Asks for a review: nobody need send an e-mail, it shows on the approvers' first screen.</summary>
    public Task<ReviewResult> SubmitAsync(string itemId, string locale, string? comment, Editor by, CancellationToken ct) =>
        DecideAsync(new(Acts.Submit, Right.Edit, Stage.InReview) { ItemId = itemId, Locale = locale, Text = TextOf(comment) }, by, ct);

    /// <summary>Agrees to one version, without publishing it yet.</summary>
    public Task<ReviewResult> ApproveAsync(string itemId, string locale, string versionId, Editor by, CancellationToken ct) =>
        DecideAsync(new(Acts.Approve, Right.Publish, Stage.Approved) { ItemId = itemId, Locale = locale, VersionId = versionId }, by, ct);

    /// <summary>Sends a text back to its author, who reads the reason beside it.</summary>
    public Task<ReviewResult> RejectAsync(string itemId, string locale, string versionId, string reason, Editor by, CancellationToken ct) =>
        DecideAsync(
            new(Acts.Reject, Right.Publish, Stage.Draft) { ItemId = itemId, Locale = locale, VersionId = versionId, Text = TextOf(reason) }, by, ct);

    /// <summary>Puts a variant away: out of the public, out of the lists of work and out of the schedule. Its texts stay.</summary>
    public async Task<ReviewResult> ArchiveAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await LoadAsync(itemId, locale, Right.Publish, by, ct) is not ({ } item, { ArchivedAt: null } variant))
        {
            return ReviewResult.Refused(new Problem("", "There is nothing to put away."));
        }

        var type = await TypeAsync(item, ct);

        if (variant.Published is not null && ContentRules.AgainstHiding(type, item, variant) is { } problem)
        {
            return ReviewResult.Refused(problem);
        }

        var before = new VariantAudit { State = variant.State, Version = variant.Newest?.Number };

        if (variant.Published is { } shown)
        {
            variant.Unpublish();
            open.Append(ChangeKind.Unpublished, item, locale, shown.Id);
        }

        variant.ArchivedAt = open.At;
        variant.Stage = Stage.Draft;
        await ScheduleRows.CancelAllAsync(db, variant, open.At, ct);
        await open.CommitAsync(VariantAudit.Act(Acts.Archive, item, locale, before, new() { State = variant.State }), ct);

        return ReviewResult.Done(open.Count > 0 ? open.Sequence : 0);
    }

    /// <summary>Takes a variant out of the archive; what it says is a draft again.</summary>
    public async Task<ReviewResult> UnarchiveAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await LoadAsync(itemId, locale, Right.Publish, by, ct) is not ({ } item, { ArchivedAt: not null } variant))
        {
            return ReviewResult.Refused(new Problem("", "It is not in the archive."));
        }

        var before = new VariantAudit { State = variant.State };
        variant.ArchivedAt = null;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, VariantAudit.Act(Acts.Unarchive, item, locale, before, new() { State = variant.State }), by, ct);
        await transaction.CommitAsync(ct);

        return ReviewResult.Done();
    }

    private async Task<ReviewResult> DecideAsync(Decision decision, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();
        var (item, variant) = await LoadAsync(decision.ItemId, decision.Locale, decision.Right, by, ct);

        if (item is null || variant?.Draft is not { } draft)
        {
            return ReviewResult.Refused(NoDraft);
        }

        if (await AgainstAsync(decision, item, variant, draft, by, ct) is { Count: > 0 } problems)
        {
            return ReviewResult.Refused(problems);
        }

        var before = new VariantAudit { State = variant.State, Version = draft.Number };
        variant.Stage = decision.Stage;
        AddComment(decision, by);
        await db.SaveChangesAsync(ct);
        var after = new VariantAudit { State = variant.State, Version = draft.Number, Author = draft.Author };
        await audit.RecordAsync(db, VariantAudit.Act(decision.Act, item, variant.Locale, before, after, decision.Text), by, ct);
        await transaction.CommitAsync(ct);

        return ReviewResult.Done();
    }

    private async Task<(ContentItem? Item, Variant? Variant)> LoadAsync(string itemId, string locale, Right right, Editor by, CancellationToken ct)
    {
        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return (null, null);
        }

        rights.Demand(by, right, item.Scope, locale);

        return (item, item.Variants.Find(variant => variant.Locale == locale));
    }

    private async Task<IReadOnlyList<Problem>> AgainstAsync(
        Decision decision, ContentItem item, Variant variant, ContentVersion draft, Editor by, CancellationToken ct)
    {
        if (DraftRules.Against(variant, decision.VersionId) is { } problem)
        {
            return [problem];
        }

        if (decision.Text is { } text && CommentText.Against(text) is { } sentence)
        {
            return [new(decision.Act == Acts.Reject ? "Reason" : "Comment", sentence)];
        }

        return (decision.Stage, variant.Stage) switch
        {
            (Stage.InReview, Stage.InReview) => [new("", "It waits for a review already.")],
            (Stage.InReview, _) => await check.OfTextAsync(item, variant, draft, await TypeAsync(item, ct), ct),
            (Stage.Approved, Stage.Approved) => [new("", "It is approved already.")],
            (Stage.Approved, _) => await check.OfApprovalAsync(item, variant, draft, await TypeAsync(item, ct), by, ct),
            (_, Stage.Draft) => [new("", "It does not wait for a review.")],
            _ when decision.Text is null => [new("Reason", "Say why it goes back, so that its author can mend it.")],
            _ => [],
        };
    }

    private void AddComment(Decision decision, Editor by)
    {
        if (decision.Text is null)
        {
            return;
        }

        db.Comments.Add(new()
        {
            Id = ContentId.New(),
            ItemId = decision.ItemId,
            Locale = decision.Locale,
            Field = "",
            Text = decision.Text,
            IsRejection = decision.Act == Acts.Reject,
            AuthorId = by.Id,
            Author = by.Name,
            CreatedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        });
    }

    private async Task<ContentType> TypeAsync(ContentItem item, CancellationToken ct) =>
        (await db.Types.AsNoTracking().SingleAsync(type => type.Name == item.Type, ct)).Read();

    private static string? TextOf(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : CommentText.Clean(comment);

    private sealed record Decision(string Act, Right Right, Stage Stage)
    {
        public required string ItemId { get; init; }

        public required string Locale { get; init; }

        /// <summary>The version that the person has looked at; null if it does not matter.</summary>
        public string? VersionId { get; init; }

        public string? Text { get; init; }
    }
}
