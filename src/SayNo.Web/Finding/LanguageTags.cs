using System.Globalization;

namespace SayNo.Web.Finding;

/// <summary>Languages as search engines and chats want them named.</summary>
public static class LanguageTags
{
    private const int CodeLength = 2;

    /// <summary>
    /// The <c>hreflang</c> of a page in the language of one country, such as <c>de-AT</c>. Null if search engines would refuse it: they know
    /// languages by ISO 639-1 and countries by ISO 3166-1 alone, to which codes such as XK do not belong.
    /// </summary>
    /// <param name="locale">BCP 47 tag.</param>
    /// <param name="country">Two letters of either case.</param>
    public static string? InCountry(string locale, string country) => Anywhere(locale) is not null && IsIso(country) ? $"{locale}-{country.ToUpperInvariant()}" : null;

    /// <summary>The <c>hreflang</c> of a page for all who read a language; null if search engines would refuse it.</summary>
    public static string? Anywhere(string locale) => locale.Split('-')[0].Length == CodeLength ? locale : null;

    /// <summary>Language and territory as Open Graph writes them, such as <c>de_AT</c>; the language's home where no country is known.</summary>
    /// <param name="locale">BCP 47 tag.</param>
    /// <param name="country">Two letters of either case; null if the page belongs to none.</param>
    public static string OpenGraph(string locale, string? country)
    {
        var territory = country?.ToUpperInvariant() ?? CultureInfo.CreateSpecificCulture(locale).Name.Split('-')[^1];

        return $"{locale.Split('-')[0]}_{territory}";
    }

    // Reserved for everybody's own use: AA, QM to QZ, XA to XZ, ZZ.
    private static bool IsIso(string country) => country.ToUpperInvariant() is not ("AA" or "ZZ" or ['Q', >= 'M'] or ['X', _]);
}
