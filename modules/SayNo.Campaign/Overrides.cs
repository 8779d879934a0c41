using SayNo.Content.Published;

namespace SayNo.Campaign;

/// <summary>Puts a country's own wording in the place of the campaign's.</summary>
internal static class Overrides
{
    /// <summary>
    /// The item as a country shows it. The country's wording counts in the locales in which it is public, field by field: what it leaves out
    /// stays as the campaign says it.
    /// </summary>
    public static ResolvedContent? Resolve(Picture picture, PublishedItem item, string scope, string locale)
    {
        var original = Resolver.Resolve(picture, item, locale);

        if (picture.OverrideOf(item.Id, scope) is not { } own || !own.Locales.ContainsKey(locale))
        {
            return original;
        }

        if (Resolver.Resolve(picture, own, locale) is not { } resolved || original is null)
        {
            return original;
        }

        var values = new Dictionary<string, ResolvedValue>(original.Values, StringComparer.Ordinal);

        foreach (var (field, value) in resolved.Values.Where(pair => !pair.Value.IsFallback || !original.Values.ContainsKey(pair.Key)))
        {
            values[field] = value;
        }

        return resolved with
        {
            Values = values,
            Order = item.Order,
            IsReviewed = resolved.IsReviewed && (original.IsReviewed || values.Values.All(resolved.Values.Values.Contains)),
            PublishedAt = resolved.PublishedAt > original.PublishedAt ? resolved.PublishedAt : original.PublishedAt,
        };
    }
}
