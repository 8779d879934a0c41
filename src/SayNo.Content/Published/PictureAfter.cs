using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>Shows what the public would see if something were published or taken away. Nothing of it is stored.</summary>
public static class PictureAfter
{
    /// <param name="picture">What is public now.</param>
    /// <param name="item">The item. Those of its variants that are loaded stand above the picture's, which may be a moment old.</param>
    /// <param name="variant">The variant to be published.</param>
    /// <param name="version">What it would say.</param>
    public static Picture Publishing(Picture picture, ContentItem item, Variant variant, ContentVersion version) =>
        picture.Preview(new Dictionary<string, PublishedItem?> { [item.Id] = With(Now(picture, item), variant.Locale, Read(version)) });

    /// <param name="picture">What is public now.</param>
    /// <param name="item">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant: what would be taken from the public.</param>
    public static Picture Without(Picture picture, ContentItem item, string locale) =>
        picture.Preview(new Dictionary<string, PublishedItem?>
        {
            [item.Id] = Of(picture, item, new Dictionary<string, ContentVersion?> { [locale] = null }),
        });

    /// <summary>An item as it would be public after several of its variants have changed; none if nothing of it would be.</summary>
    /// <param name="picture">What is public now.</param>
    /// <param name="item">The item.</param>
    /// <param name="changes">By locale: what each variant would say, or null if it would be taken from the public.</param>
    internal static PublishedItem? Of(Picture picture, ContentItem item, IReadOnlyDictionary<string, ContentVersion?> changes)
    {
        var after = changes.Aggregate(Now(picture, item), (now, change) => With(now, change.Key, change.Value is { } version ? Read(version) : null));

        return after.Neutral is null && after.Locales.IsEmpty ? null : after;
    }

    private static PublishedItem Now(Picture picture, ContentItem item)
    {
        var known = picture.Find(item.Id);
        var now = new PublishedItem
        {
            Id = item.Id,
            Type = item.Type,
            Scope = item.Scope,
            Slug = item.Slug,
            Order = item.Order,
            OverrideOf = item.OverrideOf,
            Neutral = known?.Neutral,
        };
        now = known is null ? now : now with { Locales = known.Locales };

        foreach (var variant in item.Variants.Where(one => one.PublishedId is null || one.Published is not null))
        {
            now = With(now, variant.Locale, variant.Published is { } version ? Read(version) : null);
        }

        return now;
    }

    private static PublishedItem With(PublishedItem item, string locale, PublishedVersion? version) => (locale, version) switch
    {
        (Variant.Neutral, _) => item with { Neutral = version },
        (_, null) => item with { Locales = item.Locales.Remove(locale) },
        _ => item with { Locales = item.Locales.SetItem(locale, version) },
    };

    private static PublishedVersion Read(ContentVersion version) => new()
    {
        Id = version.Id,
        Number = version.Number,
        Values = ContentValues.Parse(version.Data),
        IsReviewed = version.IsReviewed,
        PublishedAt = version.PublishedAt ?? version.CreatedAt,
    };
}
