using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Sources;

/// <summary>Finds the source of one text in the database, and what the text is to remember of it.</summary>
public sealed class Origins(CmsDb db, PublishedContent published)
{
    /// <summary>What a version remembers that is saved now; null for a text that is made from no other.</summary>
    /// <param name="item">The item.</param>
    /// <param name="draft">What is saved.</param>
    /// <param name="before">The version before it; null for the first.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<MadeFrom?> AfterSavingAsync(ContentItem item, DraftText draft, ContentVersion? before, CancellationToken ct)
    {
        var past = await FindAsync(item, draft.Locale, ct) is { } origin ? await PastAsync(origin, draft.SourceId, ct) : null;

        return SourceMemory.AfterSaving(before, draft.Values, past);
    }

    /// <summary>What an older version of a text was made from, of which it need not have been said when it was written.</summary>
    public async Task<MadeFrom?> OfVersionAsync(ContentItem item, string locale, ContentVersion version, CancellationToken ct)
    {
        if (version.MadeFrom is { } remembered)
        {
            return MadeFrom.Parse(remembered);
        }

        if (await FindAsync(item, locale, ct) is not { } origin)
        {
            return null;
        }

        return SourceMemory.OfVersion(version, await PastAsync(origin, null, ct));
    }

    /// <summary>The source of a text; none if it is made from no other.</summary>
    internal async Task<Origin?> FindAsync(ContentItem item, string locale, CancellationToken ct)
    {
        var rule = new SourceRule(published.Public, item.Scope);
        var locales = rule.Locales;
        var candidates = await db.Variants.AsNoTracking().Include(variant => variant.Published).Include(variant => variant.Draft)
            .Where(variant => (variant.ItemId == item.Id && locales.Contains(variant.Locale))
                || (variant.ItemId == item.OverrideOf && variant.Locale == locale))
            .ToListAsync(ct);
        var place = rule.Of(item.Id, item.OverrideOf, locale, (itemId, source) => candidates.Exists(variant =>
            variant.ItemId == itemId && variant.Locale == source && (itemId == item.Id ? variant.Newest : variant.Published) is not null));

        return place is null ? null : new(place, candidates.Single(variant => variant.ItemId == place.ItemId && variant.Locale == place.Locale));
    }

    /// <summary>What a source has said so far.</summary>
    /// <param name="origin">The source.</param>
    /// <param name="sourceId">The version that stood beside the text; null, or one that is none of the source, for what it says now.</param>
    /// <param name="ct">Ends the attempt.</param>
    internal async Task<SourcePast> PastAsync(Origin origin, string? sourceId, CancellationToken ct)
    {
        var (variantId, draftId) = (origin.Variant.Id, origin.Variant.DraftId);
        var versions = await db.Versions.AsNoTracking()
            .Where(version => version.VariantId == variantId
                && (version.PublishedAt != null || version.Replaces != null || version.Id == draftId || version.Id == sourceId))
            .ToListAsync(ct);

        return new(versions, versions.Find(version => version.Id == sourceId) ?? origin.Variant.Published ?? origin.Variant.Draft);
    }
}

/// <summary>The source of a text, with its published version and its draft.</summary>
internal sealed record Origin(SourcePlace Place, Variant Variant);
