using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Reviewing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Publishing;

/// <summary>Creates items and keeps what editors write. Nothing of it is public.</summary>
public sealed class ContentDrafts(
    CmsDb db, WriteTurns turns, Rights rights, AuditLog audit, Origins origins, PublishedContent published, TimeProvider time)
{
    public async Task<CreateResult> CreateAsync(NewItem item, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, item.Scope, Variant.Neutral);

        return await AddAsync(item, null, by, ct);
    }

    /// <summary>
    /// Creates a country's own wording of a campaign item. It begins as drafts of the campaign's wording in the country's languages,
    /// and replaces the original there once it is published.
    /// </summary>
    public async Task<CreateResult> CreateOverrideAsync(string itemId, string country, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Edit, country, Variant.Neutral);

        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == itemId, ct) is not { } original)
        {
            return CreateResult.Refused("The item to replace does not exist any more.");
        }

        if (OverrideRules.Against(original.Type, original.Scope, original.OverrideOf, original.Type, country) is { } sentence)
        {
            return CreateResult.Refused(sentence);
        }

        return await AddAsync(new() { Type = original.Type, Scope = country, Slug = original.Slug, Order = original.Order }, itemId, by, ct);
    }

    /// <summary>Saves a draft as a new version, unless somebody else saved meanwhile or it says what is stored already.</summary>
    public async Task<SaveResult> SaveAsync(DraftText draft, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await ItemLock.LoadAsync(db, draft.ItemId, draft.Locale, ct) is not { } item)
        {
            return SaveResult.Conflicting(null, draft.Values);
        }

        rights.Demand(by, Right.Edit, item.Scope, draft.Locale);

        return await CommitAsync(transaction, await KeepAsync(item, draft, draft.IsMinor ? Acts.SaveMinor : Acts.Save, by, ct), ct);
    }

    /// <summary>Saves the drafts of several items in one transaction: if one of them is refused, nothing is saved.</summary>
    public async Task<IReadOnlyList<SaveResult>> SaveAllAsync(IReadOnlyList<DraftText> drafts, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var results = new List<SaveResult>();

        // Everybody takes items in this order, and the audit log's head comes last.
        foreach (var itemId in drafts.Select(draft => draft.ItemId).Distinct().Order(StringComparer.Ordinal))
        {
            await ItemLock.TakeAsync(db, itemId, ct);
        }

        foreach (var draft in drafts)
        {
            if (await OneItem.LoadAsync(db, draft.ItemId, draft.Locale, ct) is not { } item)
            {
                return [SaveResult.Conflicting(null, draft.Values)];
            }

            rights.Demand(by, Right.Edit, item.Scope, draft.Locale);
            results.Add(await KeepAsync(item, draft, Acts.Save, by, ct));

            if (!results[^1].IsSaved)
            {
                return [results[^1]];
            }
        }

        await transaction.CommitAsync(ct);

        return results;
    }

    /// <summary>Makes an older version the draft again, as a new version: history is never rewritten.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="versionId">The version that is to come back.</param>
    /// <param name="basedOn">The newest version that the person has seen; if there is another now, nothing is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<SaveResult> RestoreAsync(string itemId, string locale, string versionId, string? basedOn, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await ItemLock.LoadAsync(db, itemId, locale, ct) is not { } item)
        {
            return NoSuchVersion;
        }

        rights.Demand(by, Right.Edit, item.Scope, locale);
        var variantId = item.Variants.SingleOrDefault()?.Id;

        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == versionId && one.VariantId == variantId, ct) is not { } version)
        {
            return NoSuchVersion;
        }

        var draft = new DraftText
        {
            ItemId = itemId,
            Locale = locale,
            Values = ContentValues.Parse(version.Data),
            BasedOn = basedOn,
            IsReviewed = version.IsReviewed,
            MadeFrom = await origins.OfVersionAsync(item, locale, version, ct),
            Comment = $"Version {version.Number} again.",
        };

        return await CommitAsync(transaction, await KeepAsync(item, draft, Acts.Restore, by, ct), ct);
    }

    private static SaveResult NoSuchVersion => SaveResult.Refused([new("", "There is no such version of this text.")]);

    private async Task<WriteTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await turns.BeginAsync(db, ct);

        // What was read before may be old by now.
        db.ChangeTracker.Clear();

        return transaction;
    }

    private static async Task<SaveResult> CommitAsync(WriteTransaction transaction, SaveResult result, CancellationToken ct)
    {
        if (result.IsSaved)
        {
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    private async Task<SaveResult> KeepAsync(ContentItem item, DraftText draft, string act, Editor by, CancellationToken ct)
    {
        var type = (await db.Types.AsNoTracking().SingleAsync(one => one.Name == item.Type, ct)).Read();
        var variant = item.Variants.SingleOrDefault();
        var newest = variant?.Newest;

        if (await AgainstKeepingAsync(type, variant, draft, ct) is { Count: > 0 } problems)
        {
            return SaveResult.Refused(problems);
        }

        var unchanged = Says(newest, draft) ? newest : null;

        if (unchanged is null && newest?.Id != draft.BasedOn)
        {
            return SaveResult.Conflicting(newest, draft.Values);
        }

        // An older text comes back with what was said of it then.
        var replaces = unchanged is null && newest is not null && act != Acts.Restore ? await MinorAsync(newest, draft, ct) : null;
        var version = unchanged ?? await WriteAsync(item, draft, newest, replaces, by, ct);
        await AutoSaves.DropAsync(db, draft.ItemId, draft.Locale, by, ct);

        if (unchanged is null)
        {
            await audit.RecordAsync(db, SavedAct(act, item, draft, newest, version), by, ct);
        }

        return SaveResult.Saved(version, unchanged is null, type.Validate(draft.Values, draft.Locale == Variant.Neutral, item.Scope));
    }

    private static AuditedAct SavedAct(string act, ContentItem item, DraftText draft, ContentVersion? before, ContentVersion after)
    {
        var (old, now) = VariantAudit.Changed(before, after);

        return VariantAudit.Act(act, item, draft.Locale,
            before is null ? null : new() { Version = before.Number, Values = old },
            new() { Version = after.Number, Values = now }, draft.Comment);
    }

    private static bool Says([NotNullWhen(true)] ContentVersion? version, DraftText draft) =>
        version is not null
        && version.IsReviewed == draft.IsReviewed
        && (draft.MadeFrom is null || version.MadeFrom == draft.MadeFrom.ToString())
        && ContentValues.Parse(version.Data).Same(draft.Values);

    private async Task<MinorEdit?> MinorAsync(ContentVersion newest, DraftText draft, CancellationToken ct)
    {
        var minor = await db.Versions.AsNoTracking().Where(one => one.VariantId == newest.VariantId && one.Replaces != null).ToListAsync(ct);

        return minor.Count == 0 && !draft.IsMinor
            ? null
            : MinorEdit.Between(SegmentedVersion.Of(newest), new(draft.Values), draft.IsMinor, new(minor, newest));
    }

    private async Task<ContentVersion> WriteAsync(
        ContentItem item, DraftText draft, ContentVersion? newest, MinorEdit? replaces, Editor by, CancellationToken ct)
    {
        if (item.Variants.SingleOrDefault() is not { } variant)
        {
            variant = new() { Id = ContentId.New(), ItemId = item.Id, Locale = draft.Locale };
            db.Variants.Add(variant);

            // A variant and its version point to each other: first the rows, then the pointer.
            await db.SaveChangesAsync(ct);
        }

        var version = db.Versions.Add(new()
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = ++variant.LastNumber,
            Data = draft.Values.ToString(),
            IsReviewed = draft.IsReviewed,
            Author = by.Name,
            AuthorId = by.Id,
            BasedOn = newest?.Id,
            MadeFrom = (draft.MadeFrom ?? await origins.AfterSavingAsync(item, draft, newest, ct))?.ToString(),
            Replaces = replaces?.ToString(),
            Comment = draft.Comment,
            CreatedAt = UtcMoment.Stored(time.GetUtcNow().UtcDateTime),
        }).Entity;
        variant.Draft = version;
        variant.Stage = Stage.Draft;
        await db.SaveChangesAsync(ct);

        return version;
    }

    private async Task<List<Problem>> AgainstKeepingAsync(ContentType type, Variant? variant, DraftText draft, CancellationToken ct)
    {
        List<Problem> problems = [.. ContentRules.AgainstKeeping(type, draft.Values, draft.Locale == Variant.Neutral)];

        if (variant?.ArchivedAt is not null)
        {
            problems.Add(DraftRules.Archived);
        }

        if (draft.Locale == Variant.Neutral)
        {
            return problems;
        }

        var settings = await db.Settings.AsNoTracking().ToListAsync(ct);

        if (new SiteSettings(settings.ToDictionary(one => one.Name, one => one.Read())).Locales.Find(draft.Locale) != draft.Locale)
        {
            problems.Add(new("", $"The site has no locale \"{draft.Locale}\"."));
        }

        return problems;
    }

    private async Task<CreateResult> AddAsync(NewItem wanted, string? overrideOf, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var creation = new ItemCreation(db, by, UtcMoment.Stored(time.GetUtcNow().UtcDateTime));

        if (await creation.AgainstAsync(wanted, overrideOf, ct) is { } sentence)
        {
            return CreateResult.Refused(sentence);
        }

        var item = await creation.AddAsync(wanted, overrideOf, CountryLanguages.Of(published.Public, wanted.Scope), ct);
        await audit.RecordAsync(db, ItemAudit.Act(overrideOf is null ? Acts.Create : Acts.CreateOverride, before: null, after: item), by, ct);
        await transaction.CommitAsync(ct);

        return new(item, []);
    }
}
