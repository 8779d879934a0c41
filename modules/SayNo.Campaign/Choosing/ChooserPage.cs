using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Alerts;
using SayNo.Campaign.Countries;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Choosing;

/// <summary>
/// Answers <c>/</c>: all countries in the language the browser asks for; <c>?lang=de</c> asks for another, <c>?q=</c> searches.
/// </summary>
internal static class ChooserPage
{
    private const int LongestQuery = 50;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapChooser(this IEndpointRouteBuilder site) => site.MapMethods("/", Reading, Show).ExcludeFromDescription();

    private static async Task Show(HttpContext context, PublishedContent published, PublicPages pages, PoCatalogs catalogs, TimeProvider time)
    {
        var picture = published.Current;
        var accepted = context.Request.Headers.AcceptLanguage;
        var asked = picture.Locales.Find(context.Request.Query["lang"]);
        var locale = asked ?? AcceptLanguage.Best(accepted, picture.Locales.Supported) ?? picture.Locales.Main;
        var query = Query(context.Request);
        var now = time.GetUtcNow().UtcDateTime;
        var suggested = ChooserMaker.Suggest(picture, AcceptLanguage.Tags(accepted));

        if (query.Length == 0)
        {
            await pages.ServeForReaderAsync(context, picture, $"{asked} {locale} {suggested}", () => Page(picture, catalogs, locale, query, suggested, asked, now));

            return;
        }

        // What somebody typed is kept nowhere.
        await pages.ServeUnkeptAsync(context, Page(picture, catalogs, locale, query, suggested, asked, now));
    }

    private static PageSource<Chooser> Page(
        Picture picture, PoCatalogs catalogs, string locale, string query, string? suggested, string? asked, DateTime now)
    {
        var alerts = ActiveAlerts.Find(picture, locale, now);

        return new()
        {
            View = "Chooser",
            Model = ChooserMaker.Make(picture, locale, query, suggested) with { Alerts = alerts.Alerts },
            MadeOf = [CountryPage.Type, ActiveAlerts.Type],
            ChangedAt = alerts.ChangedAt(now),
            ValidUntil = alerts.ValidUntil(now),
            Frame = new()
            {
                Locale = locale,
                Title = catalogs.For(locale)["Choose your country"],
                ExitTarget = ExitTargets.Default(picture.Settings),
                Path = "/",
                CanonicalPath = asked is null ? null : $"/?lang={asked}",
                Alerts = alerts.Lines(""),
                IsIndexed = query.Length == 0,
                Languages = [.. picture.Locales.Supported.Select(one => new PageLanguage(one, $"/?lang={one}"))],
            },
        };
    }

    private static string Query(HttpRequest request)
    {
        var text = request.Query["q"].ToString().Trim();

        return text.Length > LongestQuery ? text[..LongestQuery] : text;
    }
}
