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
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="before">The version before it; null for the first.</param>
    /// <param name="values">What it says.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<MadeFrom?> AfterSavingAsync(ContentItem item, string locale, ContentVersion? before, ContentValues values, CancellationToken ct)
    {
        if (await FindAsync(item, locale, ct) is not { } origin || (origin.Variant.Published ?? origin.Variant.Draft) is not { } source)
        {
            return before?.MadeFrom is { } remembered ? MadeFrom.Parse(remembered) : null;
        }

        var old = before is null ? null : ContentValues.Parse(before.Data);

        return SourceComparison.AfterSaving(old, values, await RememberedAsync(before, origin, ct), source);
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

    /// <summary>The versions of a source that were ever public.</summary>
    internal Task<List<ContentVersion>> EverPublicAsync(Origin origin, CancellationToken ct) => db.Versions.AsNoTracking()
        .Where(version => version.VariantId == origin.Variant.Id && version.PublishedAt != null).ToListAsync(ct);

    private async Task<IReadOnlyDictionary<string, string>> RememberedAsync(ContentVersion? before, Origin origin, CancellationToken ct) => before switch
    {
        null => new Dictionary<string, string>(),
        { MadeFrom: not null } => SourceComparison.MadeFromOf(before, []),
        _ => SourceComparison.MadeFromOf(before, await EverPublicAsync(origin, ct)),
    };
}

/// <summary>The source of a text, with its published version and its draft.</summary>
internal sealed record Origin(SourcePlace Place, Variant Variant);
