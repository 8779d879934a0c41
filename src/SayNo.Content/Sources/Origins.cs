using Microsoft.EntityFrameworkCore;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

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
        var (old, now) = (SegmentedVersion.Of(before), new SegmentedVersion(draft.Values));

        if (await FindAsync(item, draft.Locale, ct) is not { } origin || await PastAsync(origin, draft.SourceId, ct) is not { Now: { } source } past)
        {
            return before?.MadeFrom is { } remembered ? Follow(MadeFrom.Parse(remembered), old, now) : null;
        }

        return new(source.Id, now.Fields.ToDictionary(field => field, field => AfterSaving(field, before, old, now[field], past[source][field], past)));
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

        var past = await PastAsync(origin, null, ct);
        var text = SegmentedVersion.Of(version);

        return past.PublicAt(version.CreatedAt) is { } source
            ? new(source.Id, text.Fields.ToDictionary(field => field, field => past.MadeFromOf(version, field, text[field].Segments.Count)))
            : null;
    }

    /// <summary>What a copy of a public text was made from.</summary>
    internal static MadeFrom OfCopy(ContentVersion source)
    {
        var text = SegmentedVersion.Of(source);

        return new(source.Id, text.Fields.ToDictionary(field => field, field => Rewriting.First(text[field], text[field])));
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

    private static MadeFromField AfterSaving(
        string field, ContentVersion? before, SegmentedVersion old, SegmentedField now, SegmentedField source, SourcePast past) =>
        before is null || old[field].Segments.Count == 0
            ? Rewriting.First(source, now)
            : Rewriting.Of(FieldPairs.Of(field, source, old[field], past.MadeFromOf(before, field, old[field].Segments.Count), past), now);

    internal static MadeFrom Follow(MadeFrom madeFrom, SegmentedVersion old, SegmentedVersion now) => madeFrom with
    {
        Fields = madeFrom.Fields?.Where(pair => now[pair.Key].Segments.Count > 0)
            .ToDictionary(pair => pair.Key, pair => Rewriting.Follow(pair.Value, old[pair.Key], now[pair.Key]), StringComparer.Ordinal),
    };
}

/// <summary>The source of a text, with its published version and its draft.</summary>
internal sealed record Origin(SourcePlace Place, Variant Variant);
