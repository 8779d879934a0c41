namespace SayNo.Content.Published;

/// <summary>Reads one document of a picture in one locale: own values first, then those of the fallback chain, each with where it comes from.</summary>
public static class Resolver
{
    /// <summary>A document that has its own address: only in a locale in which it is public.</summary>
    public static ResolvedContent? Find(Picture picture, PublishedItem item, string locale) =>
        IsPublic(picture, item, locale) ? Resolve(picture, item, locale) : null;

    /// <summary>
    /// The locales in which an item is public, in ordinal order. What needs texts is public where it has them: a fallback fills a missing field
    /// and never makes an unpublished locale visible. Else what all languages share makes it public in every one of the site, and a note that
    /// somebody adds or takes away in one of them changes nothing in the others.
    /// </summary>
    public static IReadOnlyList<string> LocalesOf(Picture picture, PublishedItem item) =>
        IsInAll(picture, item) ? picture.Locales.Supported : [.. item.Locales.Keys];

    /// <summary>Whether <see cref="LocalesOf"/> has a locale.</summary>
    public static bool IsPublic(Picture picture, PublishedItem item, string locale) =>
        IsInAll(picture, item) ? picture.Locales.Supported.Contains(locale) : item.Locales.ContainsKey(locale);

    /// <summary>A document as a part of another, whose page is public in that locale: texts it lacks come from the fallback chain.</summary>
    public static ResolvedContent? Resolve(Picture picture, PublishedItem item, string locale)
    {
        if (!picture.Types.TryGetValue(item.Type, out var type))
        {
            return null;
        }

        var chain = picture.Locales.Chain(locale);
        var values = new Dictionary<string, ResolvedValue>(type.Fields.Count, StringComparer.Ordinal);
        var used = new HashSet<PublishedVersion>(ReferenceEqualityComparer.Instance);

        // What all languages share is the item, even if it says nothing: else the first note would bring it to light wherever it falls back to.
        if (!type.NeedsTexts && item.Neutral is { } shared)
        {
            used.Add(shared);
        }

        foreach (var field in type.Fields.Where(field => !field.IsInternal))
        {
            if (ValueOf(item, field.Name, field.Localized ? chain : null, used) is { } value)
            {
                values[field.Name] = value;
            }
        }

        return used.Count == 0 ? null : new()
        {
            Id = item.Id,
            Type = item.Type,
            Scope = item.Scope,
            Slug = item.Slug,
            Order = item.Order,
            Locale = locale,
            OverrideOf = item.OverrideOf,
            IsReviewed = used.All(version => version.IsReviewed),
            PublishedAt = used.Max(version => version.PublishedAt),
            Locales = LocalesOf(picture, item),
            Values = values,
        };
    }

    // Of what needs texts, taking the last language away must not show the item in all of them.
    private static bool IsInAll(Picture picture, PublishedItem item) =>
        item.Neutral is not null && picture.Types.TryGetValue(item.Type, out var type) && !type.NeedsTexts;

    private static ResolvedValue? ValueOf(PublishedItem item, string field, IReadOnlyList<string>? chain, HashSet<PublishedVersion> used)
    {
        if (chain is null)
        {
            return Read(item.Neutral, field, "", isFallback: false, used);
        }

        for (var i = 0; i < chain.Count; i++)
        {
            if (Read(item.Locales.GetValueOrDefault(chain[i]), field, chain[i], isFallback: i > 0, used) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static ResolvedValue? Read(PublishedVersion? version, string field, string locale, bool isFallback, HashSet<PublishedVersion> used)
    {
        if (version?.Values[field] is not { } value)
        {
            return null;
        }

        used.Add(version);

        return new(value, locale, isFallback);
    }
}
