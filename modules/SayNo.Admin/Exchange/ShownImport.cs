using SayNo.Admin.Comparing;
using SayNo.Content;
using SayNo.Content.Exchanging;
using SayNo.Content.Published;
using SayNo.Web.Localization;

namespace SayNo.Admin.Exchange;

/// <summary>A text of an import as a screen shows it: word by word what its new draft says.</summary>
/// <param name="Item">The item it belongs to.</param>
/// <param name="Locale">BCP 47 tag, or empty for what all languages share.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record ShownImport(ImportedItem Item, string Locale, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>For the attribute <c>lang</c>; none for what all languages share.</summary>
    public string? Lang => Locale.Length == 0 ? null : Locale;

    /// <summary>The texts of an item that get a draft.</summary>
    public static IReadOnlyList<ShownImport> Of(ImportedItem item, Picture picture, PoLocalizer l) =>
    [
        .. item.Texts.Select(text => new ShownImport(item, text.Locale, picture.Types.TryGetValue(item.Type, out var type)
            ? [.. FieldDifference.Between(type, text.Locale.Length == 0, text.Before ?? ContentValues.Empty, text.After, l).Where(field => field.Differs)]
            : [])),
    ];
}
