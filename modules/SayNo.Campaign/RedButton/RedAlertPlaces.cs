using SayNo.Campaign.Countries;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.RedButton;

/// <summary>Where an alert is shown, in which languages, and who may press the button for it.</summary>
internal static class RedAlertPlaces
{
    /// <summary>The countries that have a page.</summary>
    public static IReadOnlyList<string> CountriesOf(Picture picture) =>
        [.. picture.OfType(CountryPage.Type).Select(page => page.Scope).Where(Scopes.IsCountry).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All languages of the countries; for every country those of the campaign.</summary>
    public static IReadOnlyList<string> LocalesOf(Picture picture, IReadOnlyList<string> countries) => countries.Count == 0
        ? picture.Locales.Supported
        : [.. countries.SelectMany(country => Own(picture, country)).Append(picture.Locales.Main).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether somebody may prepare an alert there, and take one down.</summary>
    public static bool MayAsk(Picture picture, Editor by, IReadOnlyList<string> countries) =>
        Holds(picture, countries, (scope, locale) => Rights.May(by, Working(by, scope, locale), scope, locale));

    /// <summary>Whether the button is of use to somebody at all, for the menu.</summary>
    public static bool MayAskSomewhere(Editor by) => new[] { Right.Edit, Right.Publish }
        .Any(right => Rights.Reach(by, right) is var reach && (reach.IsEverywhere || reach.Scopes.Any(scope => Rights.May(by, right, scope, Variant.Neutral))));

    /// <summary>Whether somebody may make one public there.</summary>
    public static bool MayConfirm(Picture picture, Editor by, IReadOnlyList<string> countries) =>
        Holds(picture, countries, (scope, locale) => Rights.May(by, Right.Publish, scope, locale));

    /// <exception cref="RightDeniedException">They may not prepare an alert there.</exception>
    public static void DemandAsking(this Rights rights, Picture picture, Editor by, IReadOnlyList<string> countries) =>
        Demand(picture, countries, MayAsk(picture, by, countries), (scope, locale) => rights.Demand(by, Working(by, scope, locale), scope, locale));

    /// <exception cref="RightDeniedException">They may not publish there.</exception>
    public static void DemandConfirming(this Rights rights, Picture picture, Editor by, IReadOnlyList<string> countries) =>
        Demand(picture, countries, MayConfirm(picture, by, countries), (scope, locale) => rights.Demand(by, Right.Publish, scope, locale));

    /// <exception cref="RightDeniedException">They may not even read what is written there.</exception>
    public static void DemandReading(this Rights rights, Picture picture, Editor by, RedAlert alert)
    {
        if (!MayAsk(picture, by, alert.CountryList))
        {
            rights.Demand(by, Right.Read, alert.Scope, Variant.Neutral);
        }
    }

    private static Right Working(Editor by, string scope, string locale) => Rights.May(by, Right.Publish, scope, locale) ? Right.Publish : Right.Edit;

    private static IReadOnlyList<string> Own(Picture picture, string country) =>
        [.. CountryLanguages.Of(picture, country).Select(picture.Locales.Find).OfType<string>()];

    // Whoever may do it for the campaign, whose alerts stand in every country, may do it for some of them; else it takes the right in each.
    private static bool Holds(Picture picture, IReadOnlyList<string> countries, Func<string, string, bool> may) =>
        LocalesOf(picture, countries).Append(Variant.Neutral).All(locale => may(Scopes.Campaign, locale))
        || (countries.Count > 0 && countries.All(country => Own(picture, country).Append(Variant.Neutral).All(locale => may(country, locale))));

    private static void Demand(Picture picture, IReadOnlyList<string> countries, bool isAllowed, Action<string, string> demand)
    {
        if (isAllowed)
        {
            return;
        }

        foreach (var scope in countries.DefaultIfEmpty(Scopes.Campaign))
        {
            demand(scope, Variant.Neutral);

            foreach (var locale in Own(picture, scope))
            {
                demand(scope, locale);
            }
        }

        // What is not refused by one of the above is refused as the campaign's.
        demand(Scopes.Campaign, Variant.Neutral);
    }
}
