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

        return
        [
            .. gone.Select(Sentence (one) => $"{type.DisplayName} \"{item.Slug}\" would no longer be public in {one}."),
            .. before.Locales.Supported.Except(gone).SelectMany(one => LostFields(before, after, shown, left, type, one, locale)),
            .. gone.Where(one => !after.OfType(item.Type, item.Scope).Any(other => IsShown(after, other, one)))
                .Select(Sentence (one) => $"{item.Scope} would show no {type.DisplayName} in {one} any more."),
            .. Original(before, item, gone),
            .. References(before, item, gone),
        ];
    }

    private static bool IsShown(Picture picture, PublishedItem? item, string locale) =>
        item is not null && Resolver.Find(picture, item, locale) is not null;

    private static IEnumerable<Sentence> LostFields(
        Picture before, Picture after, PublishedItem shown, PublishedItem? left, ContentType type, string locale, string without)
    {
        if (Resolver.Find(before, shown, locale) is not { } now)
        {
            yield break;
        }

        var then = left is null ? null : Resolver.Find(after, left, locale);

        foreach (var name in now.Values.Keys.Where(name => then?.Values.ContainsKey(name) != true))
        {
            var label = type[name]?.Label ?? name;

            yield return without == Variant.Neutral
                ? (Sentence)$"{label} would be missing in {locale}."
                : (Sentence)$"{label} would be missing in {locale}, which shows it in {without} now.";
        }
    }

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
