using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Campaign.RedButton;

/// <summary>Says what an alert is about and how far it has come, to editors.</summary>
public static class RedAlertWords
{
    public const string Asked = "asked";
    public const string Confirmed = "confirmed";
    public const string Ended = "ended";
    public const string Extended = "extended";

    private const int MostNamed = 6;

    public static string Language(string locale, PoLocalizer l) => LocaleNames.In(locale, l.Culture.Name);

    /// <summary>Its title, in the editor's language if it has one; an exercise says first that it is one.</summary>
    public static string Title(RedAlert alert, PoLocalizer l)
    {
        var texts = alert.TextsByLocale;
        var title = (texts.GetValueOrDefault(l.Culture.Name) ?? texts.GetValueOrDefault("en") ?? texts.Values.FirstOrDefault())?.Title ?? "";

        return alert.IsDrill ? $"{RedAlertPicture.DrillMark} · {title}" : title;
    }

    public static string State(RedAlert alert, DateTime now, PoLocalizer l) => alert switch
    {
        { State: RedAlertState.Dropped } => l["Called off"].Value,
        { State: RedAlertState.Ended } => l["Taken down"].Value,
        _ when now >= alert.EndsAt => alert.State == RedAlertState.Shown ? l["Has ended by itself"].Value : l["Nobody has confirmed it in time"].Value,
        { State: RedAlertState.Waiting } => l["Waits for a second person"].Value,
        { IsDrill: true } => l["A drill is on: only previews show it"].Value,
        _ => l["Visitors see it now"].Value,
    };

    public static string Who(RedAlert alert, PoLocalizer l) => string.Join(' ', new[]
    {
        l["Asked for by {0} on {1}.", alert.AskedBy, Moments.Text(alert.AskedAt, alert.Scope, l)].Value,
        alert is { ConfirmedBy: { } confirmer, ConfirmedAt: { } at } ? l["Confirmed by {0} on {1}.", confirmer, Moments.Text(at, alert.Scope, l)].Value : null,
        alert is { EndedBy: { } ender, EndedAt: { } ended } ? l["Ended by {0} on {1}.", ender, Moments.Text(ended, alert.Scope, l)].Value : null,
    }.OfType<string>());

    public static string Where(RedAlert alert, PoLocalizer l) => alert.CountryList switch
    {
        [] => l["Every country"].Value,
        { Count: > MostNamed } many => l.Plural(many.Count, "{0} country", "{0} countries"),
        var some => string.Join(", ", some.Select(country => ScopeNames.Of(country, l))),
    };

    public static string Lasts(int hours, PoLocalizer l) =>
        hours < 24 ? l.Plural(hours, "For {0} hour", "For {0} hours") : l.Plural(hours / 24, "For {0} day", "For {0} days");

    public static string Notice(string? key, PoLocalizer l) => (key switch
    {
        Asked => l["It waits for a second person. Call one of them now, and let them open this page."],
        Confirmed => l["It is confirmed. It ends by itself, and one person can take it down at once."],
        Ended => l["It is over."],
        Extended => l["It stands longer now."],
        _ => null,
    })?.Value ?? "";

    /// <summary>Three languages to judge it by: the editor's own, the first country's, and English.</summary>
    public static IReadOnlyList<KeyValuePair<string, RedAlertText>> Three(RedAlert alert, PoLocalizer l)
    {
        var texts = alert.TextsByLocale;

        return
        [
            .. texts.Where(text => text.Value.IsOwn).Select(text => text.Key).Append(l.Culture.Name).Append("en").Append("de").Append("fr").Append("es").Concat(texts.Keys)
                .Distinct().Where(texts.ContainsKey).Take(3).Select(locale => KeyValuePair.Create(locale, texts[locale])),
        ];
    }

    /// <summary>Pages of which each shows the alert in another of those languages, as far as a country has them.</summary>
    internal static IReadOnlyList<string> Pages(Picture picture, RedAlert alert, PoLocalizer l)
    {
        var countries = alert.CountryList.Count > 0 ? alert.CountryList : RedAlertPlaces.CountriesOf(picture);
        var pages = countries.SelectMany(country => CountryLanguages.Of(picture, country).Select(locale => (Country: country, Locale: locale))).ToList();

        return
        [
            .. Three(alert, l).Select(text => pages.FirstOrDefault(page => page.Locale == text.Key)).Concat(pages).Where(page => page.Country is not null)
                .DistinctBy(page => page.Locale).Take(3).Select(page => $"/{page.Country.ToLowerInvariant()}/{page.Locale}"),
        ];
    }
}
