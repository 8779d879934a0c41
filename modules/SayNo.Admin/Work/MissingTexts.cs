using SayNo.Admin.Items;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Admin.Work;

/// <summary>Tells what a scope should say in a language and does not. It reads the picture alone.</summary>
public static class MissingTexts
{
    /// <summary>Each language of a scope, with what is public in it and what is not.</summary>
    public static IReadOnlyList<LanguageState> Of(Picture picture, string scope)
    {
        var expected = Expected(picture, scope).ToList();

        return
        [
            .. ScopeLanguages.Of(picture, scope)
                .Select(locale => new LanguageState(locale, expected.Count, [.. expected.Where(item => !IsPublic(picture, item, scope, locale))])),
        ];
    }

    /// <summary>The items of a scope that should say something in each of its languages.</summary>
    public static IEnumerable<PublishedItem> OwnOf(Picture picture, string scope) => TypesOf(picture)
        .Where(type => scope != Scopes.Campaign || IsText(type))
        .SelectMany(type => picture.OfType(type.Name, scope)).Where(item => item.OverrideOf is null);

    // The country's own texts come first, since without them there is no page.
    private static IEnumerable<PublishedItem> Expected(Picture picture, string scope) => scope == Scopes.Campaign
        ? OwnOf(picture, scope)
        : OwnOf(picture, scope).Concat(TypesOf(picture).Where(IsText).SelectMany(type => picture.OfType(type.Name, Scopes.Campaign)));

    private static IEnumerable<ContentType> TypesOf(Picture picture) =>
        picture.Types.Values.Where(type => type.NeedsTexts).OrderBy(type => type.Name, StringComparer.Ordinal);

    private static bool IsPublic(Picture picture, PublishedItem item, string scope, string locale) =>
        item.Locales.ContainsKey(locale) || picture.OverrideOf(item.Id, scope)?.Locales.ContainsKey(locale) == true;

    // What must have a value that is the same in every language is a fact or an address, which is right without being translated.
    private static bool IsText(ContentType type) => type.NeedsTexts && !type.Fields.Any(field => field is { Required: true, Localized: false });
}

/// <summary>How far a scope has come in one language.</summary>
/// <param name="Locale">BCP 47 tag.</param>
/// <param name="Expected">How many texts it should have.</param>
/// <param name="Missing">The items that are not public in it.</param>
public sealed record LanguageState(string Locale, int Expected, IReadOnlyList<PublishedItem> Missing);
