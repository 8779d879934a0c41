using SayNo.Content.Published;
using SayNo.Content.Storage;

namespace SayNo.Content.Sources;

/// <summary>
/// Says what a text is made from. The campaign's texts come from the site's main locale, those of a country from the first language of its page,
/// and a country's own wording from the campaign's in the same locale.
/// </summary>
internal sealed class SourceRule
{
    private readonly string _main;
    private readonly string _first;

    public SourceRule(Picture picture, string scope)
    {
        _main = picture.Locales.Main;
        _first = CountryLanguages.Of(picture, scope) is [var first, ..] ? first : _main;
    }

    /// <summary>The locales in which a source of this scope can be.</summary>
    public IReadOnlyList<string> Locales => [_first, _main];

    /// <summary>Where the source of a text is; none if the text is made from no other.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="overrideOf">For an override: the original.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="has">Whether there is a text of an item in a locale; for an original only a public one counts.</param>
    public SourcePlace? Of(string itemId, string? overrideOf, string locale, Func<string, string, bool> has)
    {
        if (overrideOf is not null && has(overrideOf, locale))
        {
            return new(SourceKind.Override, overrideOf, locale);
        }

        if (locale == Variant.Neutral)
        {
            return null;
        }

        var source = has(itemId, _first) ? _first : _main;

        return source != locale && has(itemId, source) ? new(SourceKind.Translation, itemId, source) : null;
    }
}

/// <summary>Where the source of a text is.</summary>
internal sealed record SourcePlace(SourceKind Kind, string ItemId, string Locale);
