using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Alerts;
using SayNo.Campaign.Countries;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Texts;

/// <summary>
/// Answers the addresses of one and two segments. Two letters are a country; a longer name is a page of text, such as <c>/about/de</c>.
/// </summary>
internal static class TextPages
{
    private const string Campaign = "EU";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCountriesAndTexts(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/{name}", Reading, ToBestLocale).ExcludeFromDescription();
        site.MapMethods("/{name}/{locale}", Reading, Show).ExcludeFromDescription();
        site.MapMethods("/{country:length(2)}/{locale}/film", Reading, ShowFilm).ExcludeFromDescription();
    }

    private static Task ToBestLocale(HttpContext context, string name, PublishedContent published)
    {
        var picture = published.Current;

        if (CountryPages.IsCode(name))
        {
            return CountryPages.ToBestLocale(context, name, picture);
        }

        var slug = name.ToLowerInvariant();

        return picture.Find(ContentPage.Type, Campaign, slug) is { Locales.Count: > 0 } item
            ? SitePath.RedirectForReader(context, $"/{slug}/{SitePath.BestLocale(context.Request, MainFirst(picture, item))}")
            : SitePath.NotFound(context);
    }

    private static Task Show(HttpContext context, string name, string locale, PublishedContent published, CountryViews views, PublicPages pages, TimeProvider time) =>
        CountryPages.IsCode(name)
            ? CountryPages.Show(context, name, locale, "", published.Current, views, pages)
            : ShowText(context, name.ToLowerInvariant(), locale, published.Current, pages, time.GetUtcNow().UtcDateTime);

    private static Task ShowFilm(HttpContext context, string country, string locale, PublishedContent published, CountryViews views, PublicPages pages) =>
        CountryPages.IsCode(country)
            ? CountryPages.Show(context, country, locale, "/film", published.Current, views, pages)
            : SitePath.NotFound(context);

    private static Task ShowText(HttpContext context, string slug, string tag, Picture picture, PublicPages pages, DateTime now)
    {
        if (picture.Locales.Find(tag) is not { } locale
            || picture.Find(ContentPage.Type, Campaign, slug) is not { } item
            || Resolver.Find(picture, item, locale) is not { } content)
        {
            return SitePath.NotFound(context);
        }

        var path = $"/{slug}/{locale}";

        if (SitePath.RedirectIfOther(context, path))
        {
            return Task.CompletedTask;
        }

        var page = ContentPage.Of(content);
        var alerts = ActiveAlerts.Find(picture, locale, now);

        return pages.ServeAsync(context, picture, new PageSource<TextPage>
        {
            View = "Text",
            Model = new(page),
            MadeOf = [item.Id, ActiveAlerts.Type],
            ChangedAt = alerts.ChangedAt(now),
            ValidUntil = alerts.ValidUntil(now),
            Frame = new()
            {
                Locale = locale,
                Title = (page.PageTitle ?? page.Title).Text,
                ExitTarget = ExitTargets.Default(picture.Settings),
                Path = path,
                Alerts = alerts.Lines($"/?lang={locale}"),
                Languages = [.. content.Locales.Select(one => new PageLanguage(one, $"/{slug}/{one}"))],
                IsReviewed = content.IsReviewed,
            },
        });
    }

    private static IReadOnlyList<string> MainFirst(Picture picture, PublishedItem item) =>
        [.. item.Locales.Keys.OrderBy(locale => locale != picture.Locales.Main)];
}
