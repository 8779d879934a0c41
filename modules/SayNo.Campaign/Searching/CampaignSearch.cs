using SayNo.Campaign.Alerts;
using SayNo.Campaign.Choosing;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Countries;
using SayNo.Campaign.Texts;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Campaign.Searching;

/// <summary>What visitors can find of the campaign: countries, whom to call there, what to do now, pages, films and partners.</summary>
internal sealed class CampaignSearch(PoCatalogs catalogs, TimeProvider time) : SearchSource
{
    public override IReadOnlyList<string> MadeOf { get; } = [CountryPage.Type, "CountryContact", "Step", ContentPage.Type, "Film", "Partner"];

    public override IEnumerable<SearchEntry> Entries(Picture picture, string locale) =>
        new CampaignEntries(picture, locale, catalogs.For(locale)).All();

    public override object? Show(Picture picture, SearchEntry entry, string locale)
    {
        if (picture.Find(entry.ItemId) is not { } item)
        {
            return null;
        }

        return entry.Kind switch
        {
            FoundKind.Country => ChooserMaker.Country(picture, item, locale),
            FoundKind.Contact => Contact(picture, item, locale),
            FoundKind.Step => CampaignEntries.Step(picture, item, locale),
            _ => null,
        };
    }

    public override SearchPlace? Place(Picture picture, string code, string locale)
    {
        if (CountryViews.CountryOf(picture, code) is not { Locales.Count: > 0 } item || PageOf(picture, item, locale) is not { } content)
        {
            return null;
        }

        var country = CountryPage.Of(content);

        return new(country.Code, country.Name.Text, $"/{country.Code.ToLowerInvariant()}/{content.Locale}")
        {
            ExitTarget = ExitTargets.Choose(picture.Settings, country.ExitTarget?.Url),
            EmergencyNumber = country.EmergencyNumber,
            Icon = country.Icon,
            Locales = country.PublicLocales,
        };
    }

    public override IReadOnlyList<PageAlert> Alerts(Picture picture, SearchPlace? place, string locale) => place is null
        ? ActiveAlerts.Find(picture, locale, Now).Lines($"/?lang={locale}")
        : ActiveAlerts.Find(picture, locale, Now, place.Code, Scopes.Campaign).Lines(place.Path);

    /// <summary>The page of a country in a language if it has it, else in its main one.</summary>
    private static ResolvedContent? PageOf(Picture picture, PublishedItem item, string locale) =>
        Resolver.Find(picture, item, locale)
        ?? (Resolver.Find(picture, item, item.Locales.Keys.First()) is { } any ? Resolver.Find(picture, item, CountryPage.Of(any).PublicLocales[0]) : null);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    // Here it stands alone: nothing above it says that nobody has checked it.
    private CountryContact? Contact(Picture picture, PublishedItem item, string locale) =>
        Resolver.Resolve(picture, item, locale) is { } content && CountryContact.Of(content, Now) is var contact
            ? contact with { IsUncheckedAmongChecked = contact.Freshness == Freshness.NeverChecked }
            : null;
}
