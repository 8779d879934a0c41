using System.Collections.Concurrent;
using System.Globalization;
using SayNo.Content;

namespace SayNo.Campaign.Countries;

/// <summary>What people call a country in every language of the site, as CLDR has it: to find it by.</summary>
internal static class CountryNames
{
    private static readonly ConcurrentDictionary<(string Code, string Locale), (string Text, string Folded)> Names = [];

    /// <summary>Its names in all languages of the site; the same name stands once.</summary>
    public static IEnumerable<string> Of(string code, Locales locales) => locales.Supported.Select(locale => In(code, locale)).OfType<string>().Distinct();

    /// <summary>The same as they are compared: see <see cref="SayNo.Content.Folded"/>.</summary>
    public static IEnumerable<string> FoldedOf(string code, Locales locales) =>
        locales.Supported.Select(locale => Find(code, locale).Folded).Where(name => name.Length > 0).Distinct();

    /// <summary>Its name in one language; null if that has none for it.</summary>
    public static string? In(string code, string locale) => Find(code, locale).Text is { Length: > 0 } name ? name : null;

    private static (string Text, string Folded) Find(string code, string locale) =>
        Names.GetOrAdd((code, locale), static key => Read(key.Code, key.Locale) is var name ? (name, Folded.Of(name)) : default);

    // As the language would call the country if it were spoken there: unlike the display name, that does not depend on who asks.
    private static string Read(string code, string locale)
    {
        try
        {
            var name = new RegionInfo($"{locale}-{code}").NativeName;

            return name == code ? "" : name;
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
