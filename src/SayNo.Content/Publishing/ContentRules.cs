using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What must hold for a draft to be kept, and for a variant to become public.</summary>
internal static class ContentRules
{
    /// <summary>Why the values cannot even be a draft: an unfinished text can, a field that does not exist cannot.</summary>
    public static IEnumerable<Problem> AgainstKeeping(ContentType type, ContentValues values, bool isNeutral)
    {
        foreach (var (name, value) in values.All)
        {
            if (type[name] is not { } field)
            {
                yield return new(name, $"{type.DisplayName} has no field {name}.");
            }
            else if (field.Localized == isNeutral)
            {
                yield return new(name, isNeutral
                    ? (Sentence)$"{field.Label} is written once per language, not for all languages together."
                    : (Sentence)$"{field.Label} is the same in every language and cannot be changed in one of them.");
            }
            else if (!field.CanHold(value))
            {
                yield return new(name, $"{field.Label} does not have the form of a {field.Kind}.");
            }
        }
    }

    /// <summary>Why an item cannot be public as it is: languages without the values they share.</summary>
    public static Problem? AgainstShowing(ContentType type, IReadOnlyCollection<Variant> variants) =>
        variants.Any(variant => !variant.IsNeutral && variant.Published is not null) ? AgainstAddingLanguage(type, variants) : null;

    /// <summary>Why no language of an item can become public.</summary>
    public static Problem? AgainstAddingLanguage(ContentType type, IReadOnlyCollection<Variant> variants) =>
        type.Fields.Any(field => field.Required && !field.Localized)
        && !variants.Any(variant => variant.IsNeutral && variant.Published is not null)
            ? new("", $"{type.DisplayName}: publish the fields that are the same in every language first. No language can be public without them.")
            : null;

    /// <summary>Why a variant cannot be taken from the public: languages would stay without the values they share.</summary>
    public static Problem? AgainstHiding(ContentType type, ContentItem item, Variant variant) =>
        variant.IsNeutral && AgainstShowing(type, [.. item.Variants.Where(one => one != variant)]) is not null
            ? new("", "The languages need the fields that they share. Take the languages from the public first.")
            : null;

    /// <summary>The items that the values point to, by field.</summary>
    public static IEnumerable<(Field Field, string Id)> References(ContentType type, ContentValues values) =>
        from field in type.Fields
        let value = values[field.Name]
        where value is { } present && field.CanHold(present)
        from id in field.References(value.GetValueOrDefault())
        select (field, id);

    /// <summary>Those of the ids that no item has.</summary>
    public static async Task<HashSet<string>> MissingAsync(CmsDb db, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var missing = ids.ToHashSet(StringComparer.Ordinal);

        foreach (var some in ids.Chunk(500))
        {
            missing.ExceptWith(await db.Items.Where(item => some.Contains(item.Id)).Select(item => item.Id).ToListAsync(ct));
        }

        return missing;
    }

    public static Problem PointsNowhere(Field field, string id) =>
        new(field.Name, $"{field.Label} points to the item {id}, which does not exist. Choose another.");
}
