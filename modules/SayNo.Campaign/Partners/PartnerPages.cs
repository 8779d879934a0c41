using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Partners;

/// <summary>Answers <c>/partners</c> and <c>/partners/{locale}</c>.</summary>
internal static class PartnerPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // European bodies first, then who runs helplines and hotlines, and companies last.
    private static readonly string?[] Kinds = ["eu-body", "law-enforcement", "hotline-network", "ngo", "private-sector", null];

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

    private static Task Show(HttpContext context, string locale, PublishedContent published, PublicPages pages, PoCatalogs catalogs)
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

        var partners = picture.OfType("Partner").Select(item => Resolver.Resolve(picture, item, found)).OfType<ResolvedContent>().Select(Partner.Of);

        return pages.ServeAsync(context, picture, new PageSource<IReadOnlyList<PartnerGroup>>
        {
            View = "Partners",
            Model = [.. Kinds.Select(kind => new PartnerGroup(kind, [.. partners.Where(partner => KindOf(partner) == kind)])).Where(group => group.Partners.Count > 0)],
            MadeOf = ["Partner"],
            Frame = new()
            {
                Locale = found,
                Title = catalogs.For(found)["Partners"],
                ExitTarget = ExitTargets.Default(picture.Settings),
                Path = $"/partners/{found}",
                Languages = [.. picture.Locales.Supported.Select(one => new PageLanguage(one, $"/partners/{one}"))],
            },
        });
    }

    private static string? KindOf(Partner partner) => Kinds.Contains(partner.Kind) ? partner.Kind : null;
}
