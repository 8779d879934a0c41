using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Search.Finding;
using SayNo.Web.Localization;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Search;

/// <summary>Answers <c>/search/{locale}</c>; <c>?q=</c> says what to look for, and <c>?country=de</c> where the visitor comes from.</summary>
internal static class SearchPage
{
    private const int MostOfAKind = 10;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSearch(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/search", Reading, ToBestLocale).ExcludeFromDescription();
        site.MapMethods("/search/{locale}", Reading, Show).ExcludeFromDescription();
    }

    private static Task ToBestLocale(HttpContext context, PublishedContent published)
    {
        var locales = published.Public.Locales;
        var locale = SitePath.BestLocale(context.Request, [locales.Main, .. locales.Supported]);

        return SitePath.RedirectForReader(context, Address(locale, SearchQuery.Parse(context.Request.Query["q"]), context.Request.Query["country"]));
    }

    private static async Task Show(HttpContext context, string locale, PublishedContent published, SiteSearch search, PublicPages pages, PoCatalogs catalogs)
    {
        // A draft that somebody may preview must not be found by anybody.
        var picture = published.Public;

        if (picture.Locales.Find(locale) is not { } found)
        {
            await SitePath.NotFound(context);

            return;
        }

        var query = SearchQuery.Parse(context.Request.Query["q"]);
        var place = search.Place(picture, context.Request.Query["country"], found);

        if (locale != found)
        {
            context.Response.Redirect(Address(found, query, place?.Code), permanent: false);

            return;
        }

        await pages.ServeUnkeptAsync(context, new PageSource<SearchResults>
        {
            View = "Search",
            Model = search.Find(picture, found, query, place, MostOfAKind),
            MadeOf = [],
            Frame = Frame(picture, found, query, place, catalogs.For(found)["Search"]) with { Alerts = search.Alerts(picture, place, found) },
        });
    }

    private static PageFrame Frame(Picture picture, string locale, SearchQuery query, SearchPlace? place, string title) => new()
    {
        Locale = locale,
        Title = title,
        ExitTarget = place?.ExitTarget ?? ExitTargets.Default(picture.Settings),
        Path = $"/search/{locale}",
        CountryPath = place?.Path,
        Icon = place?.Icon,
        IsIndexed = false,
        Languages = [.. (place?.Locales.Union([locale]) ?? picture.Locales.Supported).Select(one => new PageLanguage(one, Address(one, query, place?.Code)))],
    };

    private static string Address(string locale, SearchQuery query, string? country)
    {
        var parameters = new QueryString();
        parameters = country is { Length: 2 } ? parameters.Add("country", country.ToLowerInvariant()) : parameters;

        return $"/search/{locale}{(query.Text.Length > 0 ? parameters.Add("q", query.Text) : parameters)}";
    }
}
