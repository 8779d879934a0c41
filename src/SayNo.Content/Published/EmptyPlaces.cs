using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>Says where visitors would find less after something was taken from the public.</summary>
internal static class EmptyPlaces
{
    private const int MostReferences = 10;

    public static IReadOnlyList<Sentence> Between(Picture before, Picture after, ContentItem item, string locale)
    {
        if (before.Find(item.Id) is not { } shown || !before.Types.TryGetValue(item.Type, out var type))
        {
            return [];
        }

        var left = after.Find(item.Id);
        string[] gone = [.. before.Locales.Supported.Where(one => IsShown(before, shown, one) && !IsShown(after, left, one))];
        string[] bare = [.. gone.Where(one => !after.OfType(item.Type, item.Scope).Any(other => IsShown(after, other, one)))];

        return
        [
            .. IsAll(before, gone)
                ? [$"{type.DisplayName} \"{item.Slug}\" would no longer be public in any language."]
                : gone.Select(Sentence (one) => $"{type.DisplayName} \"{item.Slug}\" would no longer be public in {one}."),
            .. left is null ? [] : LostFields(before, after, shown, left, type, locale),
            .. IsAll(before, bare)
                ? [$"{item.Scope} would show no {type.DisplayName} in any language any more."]
                : bare.Select(Sentence (one) => $"{item.Scope} would show no {type.DisplayName} in {one} any more."),
            .. Original(before, item, gone),
            .. References(before, item, gone),
        ];
    }

    private static bool IsShown(Picture picture, PublishedItem? item, string locale) =>
        item is not null && Resolver.IsPublic(picture, item, locale);

    // Sentences by the dozen hide what they say.
    private static bool IsAll(Picture picture, string[] locales) => locales.Length > 1 && locales.Length == picture.Locales.Supported.Count;

    /// <summary>The fields that would be missing where the item stays.</summary>
    private static IEnumerable<Sentence> LostFields(
        Picture before, Picture after, PublishedItem shown, PublishedItem left, ContentType type, string without) =>
        from locale in before.Locales.Supported
        where IsShown(after, left, locale)
        let then = Resolver.Find(after, left, locale)
        from name in Resolver.Find(before, shown, locale)?.Values.Keys ?? []
        where then?.Values.ContainsKey(name) != true
        group locale by name into lost
        select Lost(before, type[lost.Key]?.Label ?? lost.Key, [.. lost], without);

    private static Sentence Lost(Picture picture, string label, string[] locales, string without) => (locales, without) switch
    {
        _ when IsAll(picture, locales) => $"{label} would be missing in every language.",
        ([var one], _) when one == without || without == Variant.Neutral => $"{label} would be missing in {one}.",
        ([var one], _) => $"{label} would be missing in {one}, which shows it in {without} now.",
        (_, Variant.Neutral) => $"{label} would be missing in these languages: {string.Join(", ", locales)}.",
        _ => $"{label} would be missing in these languages, which show it in {without} now: {string.Join(", ", locales)}.",
    };

    private static IEnumerable<Sentence> Original(Picture before, ContentItem item, string[] gone) =>
        gone.Length > 0 && item.OverrideOf is { } id && before.Find(id) is not null
            ? [$"{item.Scope} would show the campaign's own wording again."]
            : [];

    private static IEnumerable<Sentence> References(Picture before, ContentItem item, string[] gone)
    {
        if (gone.Length == 0)
        {
            return [];
        }

        return before.All.Where(other => other.Id != item.Id && PointsTo(before, other, item.Id))
            .Order(Picture.InOrder)
            .Take(MostReferences)
            .Select(Sentence (other) => $"{before.Types[other.Type].DisplayName} \"{other.Slug}\" of {other.Scope} points to it.");
    }

    private static bool PointsTo(Picture picture, PublishedItem other, string id)
    {
        if (!picture.Types.TryGetValue(other.Type, out var type))
        {
            return false;
        }

        var fields = type.Fields.Where(field => field is ContentPickerField or LocalizationSetContentPickerField).ToList();

        return fields.Count > 0 && other.Locales.Values.Append(other.Neutral).OfType<PublishedVersion>()
            .Any(version => fields.Any(field => version.Values[field.Name] is { } value && field.References(value).Contains(id)));
    }
}
