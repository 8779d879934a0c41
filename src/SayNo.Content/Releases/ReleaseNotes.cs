using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>What nobody is stopped by, but should know before a text of a release becomes public or goes.</summary>
internal sealed class ReleaseNotes(CmsDb db)
{
    public async Task<IEnumerable<Sentence>> OfAsync(Picture before, Picture after, ReleaseText text, ContentVersion? toShow, CancellationToken ct)
    {
        if (text is not { Item: { } item, Type: { } type, Entry: { } entry })
        {
            return [];
        }

        return toShow is null
            ? EmptyPlaces.Between(before, after, item, entry.Locale)
            : [.. Fallbacks(after, item, type, entry.Locale), .. await OutdatedAsync(after, item, type, entry.Locale, toShow, ct)];
    }

    /// <summary>What the text leaves empty and visitors read in another language.</summary>
    private static IEnumerable<Sentence> Fallbacks(Picture after, ContentItem item, ContentType type, string locale)
    {
        if (locale == Variant.Neutral || after.Find(item.Id) is not { } shown || Resolver.Find(after, shown, locale) is not { } document)
        {
            return [];
        }

        return document.Values.Where(value => value.Value.IsFallback)
            .Select(Sentence (value) => $"{type[value.Key]?.Label ?? value.Key} is empty here: visitors read it in {value.Value.Locale}.");
    }

    /// <summary>What was made from an older source than the one that is public afterwards.</summary>
    private async Task<IEnumerable<Sentence>> OutdatedAsync(
        Picture after, ContentItem item, ContentType type, string locale, ContentVersion version, CancellationToken ct)
    {
        var rule = new SourceRule(after, item.Scope);

        if (version.MadeFrom is null
            || rule.Of(item.Id, item.OverrideOf, locale, (id, source) => Find(after, id, source) is not null) is not { } place
            || Find(after, place.ItemId, place.Locale) is not { } shown)
        {
            return [];
        }

        var now = Stored(shown);
        var past = await db.Versions.AsNoTracking()
            .Where(one => db.Variants.Any(variant => variant.Id == one.VariantId && variant.ItemId == place.ItemId && variant.Locale == place.Locale))
            .Where(one => one.PublishedAt != null || one.Replaces != null || one.Id == now.Id)
            .ToListAsync(ct);

        // What an older version brings back has no row yet.
        return new SourcePast(past.Exists(one => one.Id == now.Id) ? past : past.Append(now), now).Outdated(version, now)
            .Select(Sentence (field) => $"{type[field]?.Label ?? field} is outdated: the original will say something else.");
    }

    private static PublishedVersion? Find(Picture picture, string itemId, string locale) =>
        picture.Find(itemId) is { } item ? locale.Length == 0 ? item.Neutral : item.Locales.GetValueOrDefault(locale) : null;

    private static ContentVersion Stored(PublishedVersion version) => new()
    {
        Id = version.Id,
        VariantId = "",
        Number = version.Number,
        Data = version.Values.ToString(),
        Author = "",
        CreatedAt = version.PublishedAt,
    };
}
