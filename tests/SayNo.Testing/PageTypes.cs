namespace SayNo.Testing;

/// <summary>One address of each type of page, in one language: what the tests sweep. A route or a view that is not among them fails a test.</summary>
public static class PageTypes
{
    /// <summary>The longest words, two other alphabets, and one that is written from right to left.</summary>
    public static IReadOnlyList<string> Locales { get; } = ["de", "el", "bg", "ar"];

    // The pages of advice are drawn alike: "already-sent", which has every kind of list and link, stands for these.
    private static readonly string[] Alike = ["already-paid", "friend", "parents"];

    /// <summary>Every type of page in each of the languages.</summary>
    public static IEnumerable<string> InAll(params IEnumerable<string> locales) => locales.SelectMany(In).Distinct();

    public static IReadOnlyList<string> In(string locale)
    {
        var country = CampaignPages.Countries.First(address => address.Locale == locale);

        return ["/", country.Path, country.FilmPath, .. Inner(country), $"/partners/{locale}", .. Texts(locale), $"/search/{locale}?country={country.Country.ToLowerInvariant()}&q=112", $"{country.Path}/nothing"];
    }

    /// <summary>One page of advice within a country, and the two that it has of its own.</summary>
    private static IEnumerable<string> Inner(CountryAddress country) => [$"{country.Path}/already-sent", $"{country.Path}/sources", $"{country.Path}/accessibility"];

    /// <summary>The pages of running text in one language.</summary>
    public static IEnumerable<string> Texts(string locale) => CampaignPages.Texts.Except(Alike).Select(slug => $"/{slug}/{locale}");
}
