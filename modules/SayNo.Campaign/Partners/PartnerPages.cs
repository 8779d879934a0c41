using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Alerts;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Partners;

/// <summary>Answers <c>/partners</c> and <c>/partners/{locale}</c>.</summary>
internal static class PartnerPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPartners(this IEndpointRouteBuilder site)
    {
        site.MapMethods("/partners", Reading, ToBestLocale).ExcludeFromDescription();
        site.MapMethods("/partners/{locale}", Reading, Show).ExcludeFromDescription();
    }

    private static Task ToBestLocale(HttpContext context, PublishedContent published)
    {
        var locales = published.Current.Locales;
        var locale = SitePath.BestLocale(context.Request, [locales.Main, .. locales.Supported]);

        return SitePath.RedirectForReader(context, $"/partners/{locale}");
    }

    private static Task Show(
        HttpContext context, string locale, PublishedContent published, PublicPages pages, PoCatalogs catalogs, TimeProvider time)
    {
        var picture = published.Current;

        if (picture.Locales.Find(locale) is not { } found)
        {
            return SitePath.NotFound(context);
        }

        if (SitePath.RedirectIfOther(context, $"/partners/{found}"))
        {
            return Task.CompletedTask;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var alerts = ActiveAlerts.Find(picture, found, now);

        return pages.ServeAsync(context, picture, new PageSource<IReadOnlyList<PartnerGroup>>
        {
            View = "Partners",
            Model = PartnerGroup.All(picture, found),
            MadeOf = ["Partner", ActiveAlerts.Type],
            ChangedAt = alerts.ChangedAt(now),
            ValidUntil = alerts.ValidUntil(now),
            Frame = new()
            {
                Locale = found,
                Title = catalogs.For(found)["Partners"],
                ExitTarget = ExitTargets.Default(picture.Settings),
                Path = $"/partners/{found}",
                Alerts = alerts.Lines($"/?lang={found}"),
                Languages = [.. picture.Locales.Supported.Select(one => new PageLanguage(one, $"/partners/{one}"))],
            },
        });
    }
}
