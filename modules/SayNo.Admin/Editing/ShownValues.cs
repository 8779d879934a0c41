using SayNo.Admin.Comparing;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Web.Localization;

namespace SayNo.Admin.Editing;

/// <summary>The values of one variant where they are read and not changed.</summary>
/// <param name="Type">The content type.</param>
/// <param name="Locale">BCP 47 tag, or empty for the neutral variant.</param>
/// <param name="Values">The values.</param>
public sealed record ShownValues(ContentType Type, string Locale, ContentValues Values)
{
    /// <summary>What the fields say; those that say nothing are left out.</summary>
    public IEnumerable<(Field Field, string Text)> Texts(PoLocalizer l) => Type.Fields
        .Where(field => field.Localized == (Locale.Length > 0))
        .Select(field => (field, ValueText.Of(field, Values[field.Name], l)))
        .Where(one => one.Item2.Length > 0);
}
