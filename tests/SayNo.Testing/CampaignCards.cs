namespace SayNo.Testing;

/// <summary>What the cards that chats show beside a link have to say, read from the campaign's recipe and the interface's texts.</summary>
public static class CampaignCards
{
    /// <summary>Name of the card to the lines on it, the biggest first: one card per page of a country, one per language.</summary>
    public static IReadOnlyDictionary<string, string[]> Texts { get; } = OfCountries().Concat(OfLanguages())
        .OrderBy(card => card.Key, StringComparer.Ordinal).ToDictionary(card => card.Key, card => card.Value);

    /// <summary>The language of a card, which is what its name ends with.</summary>
    public static string LocaleOf(string name) => name is [_, _, '-', .. var locale] && CampaignPages.Locales.Contains(locale) ? locale : name;

    private static IEnumerable<KeyValuePair<string, string[]>> OfCountries() =>
        from item in CampaignPages.Items("countries")
        let country = ((string)item["SayNoPart"]!["Scope"]!).ToLowerInvariant()
        let locale = (string)item["LocalizationPart"]!["Culture"]!
        let page = item["CountryPage"]!
        let lines = new[] { (string)page["Name"]!["Text"]!, (string?)page["PageTitle"]?["Text"] }.OfType<string>().Distinct()
        select KeyValuePair.Create($"{country}-{locale}", lines.Append(Campaign(locale)).ToArray());

    private static IEnumerable<KeyValuePair<string, string[]>> OfLanguages() =>
        from locale in CampaignPages.Locales
        select KeyValuePair.Create(locale, new[] { Campaign(locale), InterfaceTexts.In(locale, "What to do now"), InterfaceTexts.In(locale, "Who helps you") });

    private static string Campaign(string locale) => InterfaceTexts.In(locale, "Say No!");
}
