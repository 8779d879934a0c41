using Microsoft.AspNetCore.Http;
using SayNo.Campaign.Alerts;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>One page of a country in one language, such as <c>/at/de</c> or <c>/at/de/safety</c>: what is the same around all of them.</summary>
/// <param name="Picture">What is public.</param>
/// <param name="View">The country in the language.</param>
/// <param name="After">What comes after the country's own address: empty, or such as <c>/safety</c>.</param>
internal sealed record CountryVisit(Picture Picture, CountryView View, string After)
{
    private string Country => $"/{View.Country.Code.ToLowerInvariant()}";

    private string CountryPath => $"{Country}/{View.Locale}";

    /// <summary>Null if the country is not public in that language.</summary>
    public static CountryVisit? Find(Picture picture, CountryViews views, string code, string tag, string after) =>
        CountryPages.IsCode(code) && picture.Locales.Find(tag) is { } locale && views.Find(picture, code.ToUpperInvariant(), locale) is { } view
            ? new(picture, view, after)
            : null;

    /// <summary>True if the address is not spelled as it should be, and the answer now leads to the right one.</summary>
    public bool RedirectsOther(HttpContext context) => SitePath.RedirectIfOther(context, CountryPath + After);

    /// <summary>The page, which changes when the country does.</summary>
    public PageSource<T> Page<T>(string view, T model) => new()
    {
        View = view,
        Model = model,
        MadeOf = CountryView.MadeOf,
        ChangedAt = View.ChangedAt,
        ValidUntil = View.ValidUntil,
        Frame = new()
        {
            Locale = View.Locale,
            Title = View.Country.Title,
            ExitTarget = ExitTargets.Choose(Picture.Settings, View.Country.ExitTarget?.Url),
            Path = CountryPath + After,
            CountryPath = CountryPath,
            CardTexts = View.Country.CardTexts,
            Icon = View.Country.Icon,
            Alerts = ActiveAlerts.Lines(View.Alerts, After.Length == 0 ? "" : CountryPath),
            Languages = [.. View.Country.PublicLocales.Select(one => new PageLanguage(one, $"{Country}/{one}{After}"))],
            IsReviewed = View.IsReviewed,
        },
    };
}
