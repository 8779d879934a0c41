using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Sources;

/// <summary>Lets a person say that a text is still right although its source has changed: the same text, made from what the source says now.</summary>
public sealed class SourceConfirmation(CmsDb db, ChangeLog log, Rights rights, Origins origins)
{
    /// <summary>
    /// Makes a new version of the same text. If the public reads that text, the new version takes its place there at once:
    /// not a letter changes for anybody, so nobody has to review or publish it again.
    /// </summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="versionId">The newest version, which the person has compared with the source.</param>
    /// <param name="sourceId">The version of the source that they compared it with.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public Task<ReviewResult> ConfirmAsync(string itemId, string locale, string versionId, string sourceId, Editor by, CancellationToken ct) =>
        ConfirmAsync(itemId, locale, versionId, sourceId, null, by, ct);

    /// <summary>The same for some segments of the text; the others stay what they were.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="versionId">The newest version, which the person has compared with the source.</param>
    /// <param name="sourceId">The version of the source that they compared it with.</param>
    /// <param name="keys">The keys of the pairs; null for the whole text.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<ReviewResult> ConfirmAsync(
        string itemId, string locale, string versionId, string sourceId, IReadOnlyCollection<string>? keys, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, itemId, locale, ct) is not { } item)
        {
            return Refused("The text does not exist any more.");
        }

        rights.Demand(by, Right.Edit, item.Scope, locale);

        if (item.Variants.SingleOrDefault() is not { Newest: { } text } variant)
        {
            return Refused("There is no text to confirm yet.");
        }

        if (variant.ArchivedAt is not null)
        {
            return ReviewResult.Refused(DraftRules.Archived);
        }

        if (await origins.FindAsync(item, locale, ct) is not { Variant.Published: { } source } origin)
        {
            return Refused("This text is made from no other that is public.");
        }

        if (text.Id != versionId || source.Id != sourceId)
        {
            return Refused(Changed);
        }

        var pairs = PairedText.Of(source, text, await origins.PastAsync(origin, source.Id, ct), isPublic: true);

        if (keys?.Except(pairs.Pairs.Select(pair => pair.Key)).Any() == true)
        {
            return Refused(Changed);
        }

        var confirmed = await WriteAsync(variant, text, SourceMemory.AfterConfirming(pairs, keys), open, ct);

        if (variant.Published == confirmed)
        {
            open.Append(ChangeKind.Published, item, locale, confirmed.Id);
        }

        await open.CommitAsync(VariantAudit.Act(
            Acts.Confirm, item, locale, new() { Version = text.Number }, new() { Version = confirmed.Number }, confirmed.Comment), ct);

        return ReviewResult.Done(variant.Published == confirmed ? open.Sequence : 0);
    }

    private static readonly Sentence Changed = "The text or its source has changed since you looked at them. Compare them again, then decide.";

    private async Task<ContentVersion> WriteAsync(
        Variant variant, ContentVersion text, MadeFrom madeFrom, OpenChangeLog open, CancellationToken ct)
    {
        var isDraft = variant.Draft is not null;
        var version = new ContentVersion
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = ++variant.LastNumber,
            Data = text.Data,
            IsReviewed = text.IsReviewed,
            Author = open.By,
            AuthorId = open.ById,
            BasedOn = text.Id,
            MadeFrom = madeFrom.ToString(),
            Comment = "Still right after the source has changed.",
            CreatedAt = open.At,
            PublishedAt = isDraft ? null : text.PublishedAt,
        };
        db.Versions.Add(version);
        await db.SaveChangesAsync(ct);

        if (isDraft)
        {
            variant.Draft = version;
            await ScheduleRows.FollowAsync(db, variant, text.Id, version.Id, ct);
        }
        else
        {
            variant.Published = version;
        }

        return version;
    }

    private static ReviewResult Refused(Sentence sentence) => ReviewResult.Refused(new Problem("", sentence));
}
