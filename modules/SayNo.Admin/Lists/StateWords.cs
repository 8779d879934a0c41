using SayNo.Content.Storage;
using SayNo.Web.Localization;

namespace SayNo.Admin.Lists;

/// <summary>Says the state of variants in words.</summary>
public static class StateWords
{
    /// <summary>The most languages that are named one by one.</summary>
    private const int MostNamed = 6;

    public static string Of(VariantRow variant, PoLocalizer l) => Of(variant.State, variant.IsPublic, l);

    public static string Of(VariantState state, bool isPublic, PoLocalizer l) => (state, isPublic) switch
    {
        (VariantState.Draft, false) => l["Draft"].Value,
        (VariantState.Draft, true) => l["Published, with a newer draft"].Value,
        (VariantState.InReview, false) => l["In review"].Value,
        (VariantState.InReview, true) => l["Published, with a newer text in review"].Value,
        (VariantState.Approved, false) => l["Approved, not published yet"].Value,
        (VariantState.Approved, true) => l["Published, with a newer text approved"].Value,
        (VariantState.Published, _) => l["Published"].Value,
        (VariantState.Archived, _) => l["Archived"].Value,
        _ => l["Nothing written yet"].Value,
    };

    /// <summary>What a locale is called, as it stands in a list.</summary>
    public static string Locale(string locale, PoLocalizer l) =>
        locale.Length == 0 ? l["Shared fields"].Value : LocaleNames.In(locale, l.Culture.Name);

    /// <summary>The states of an item, each with the languages that are in it.</summary>
    /// <param name="variants">The variants that the list is about.</param>
    /// <param name="l">The texts in the editor's language.</param>
    public static IEnumerable<StateGroup> Groups(IEnumerable<VariantRow> variants, PoLocalizer l) => variants
        .GroupBy(variant => (variant.State, variant.IsPublic))
        .OrderBy(group => group.Key.State).ThenBy(group => group.Key.IsPublic)
        .Select(group => new StateGroup(Key(group.Key.State), Of(group.Key.State, group.Key.IsPublic, l), Languages([.. group], l)));

    /// <summary>The name of a state in styles.</summary>
    public static string Key(VariantState state) => state switch
    {
        VariantState.Draft => "draft",
        VariantState.InReview => "review",
        VariantState.Approved => "approved",
        VariantState.Published => "published",
        VariantState.Archived => "archived",
        _ => "empty",
    };

    private static string Languages(IReadOnlyList<VariantRow> variants, PoLocalizer l) => variants.Count <= MostNamed
        ? string.Join(", ", variants.Select(variant => Locale(variant.Locale, l)))
        : variants[0].IsNeutral
            ? l["{0} and {1} languages", l["Shared fields"].Value, variants.Count - 1].Value
            : l.Plural(variants.Count, "{0} language", "{0} languages");
}

/// <summary>A state, and what of an item is in it.</summary>
public sealed record StateGroup(string Key, string State, string Languages);
