using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>One address of each type of page, in one language.</summary>
internal static class PageTypes
{
    /// <summary>The longest words, two other alphabets, and one that is written from right to left.</summary>
    public static TheoryData<string> Locales => ["de", "el", "bg", "ar"];

    /// <summary>Every type of page in each of the languages.</summary>
    public static IEnumerable<string> InAll(params IEnumerable<string> locales) => locales.SelectMany(In).Distinct();

    public static IReadOnlyList<string> In(string locale)
    {
        var country = CampaignPages.Countries.First(address => address.Locale == locale);

        var texts = CampaignPages.Texts.Select(slug => $"/{slug}/{locale}");

        return ["/", country.Path, country.FilmPath, $"/partners/{locale}", .. texts, $"{country.Path}/nothing"];
    }
}
