using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Accessibility;
using SayNo.Campaign.Partners;
using SayNo.Campaign.Texts;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>
/// Answers the pages within a country, which keep its way out and the way back to its advice: <c>/at/de/safety</c> and the other texts,
/// <c>/at/de/partners</c>, <c>/at/de/sources</c> and <c>/at/de/accessibility</c>.
/// </summary>
internal static class InnerPages
{
    private const string Country = "/{country:length(2)}/{locale}";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapInnerPages(this IEndpointRouteBuilder site)
    {
        site.MapMethods(Country + "/accessibility", Reading, ShowAccessibility).ExcludeFromDescription();
        site.MapMethods(Country + "/sources", Reading, ShowSources).ExcludeFromDescription();
        site.MapMethods(Country + "/partners", Reading, ShowPartners).ExcludeFromDescription();
        site.MapMethods(Country + "/{slug}", Reading, ShowText).ExcludeFromDescription();
    }

    private static Task ShowAccessibility(
        HttpContext context, string country, string locale, PublishedContent published, CountryViews views, PublicPages pages) =>
        ServeAsync(context, pages, CountryVisit.Find(published.Current, views, country, locale, "/accessibility"),
            visit => visit.Page("Accessibility", new AccessibilityPage(visit.View, AccessibilityStatement.Of(visit.View.Country.Content))));

    private static Task ShowSources(
        HttpContext context, string country, string locale, PublishedContent published, CountryViews views, PublicPages pages) =>
        ServeAsync(context, pages, CountryVisit.Find(published.Current, views, country, locale, "/sources"), visit => visit.Page("Sources", visit.View));

    private static Task ShowPartners(
        HttpContext context, string country, string locale, PublishedContent published, CountryViews views, PublicPages pages) =>
        ServeAsync(context, pages, CountryVisit.Find(published.Current, views, country, locale, "/partners"),
            PartnersOf);

    private static Task ShowText(
        HttpContext context, string country, string locale, string slug, PublishedContent published, CountryViews views, PublicPages pages) =>
        ServeAsync(context, pages, CountryVisit.Find(published.Current, views, country, locale, $"/{slug.ToLowerInvariant()}"), TextOf);

    private static PageSource<IReadOnlyList<PartnerGroup>> PartnersOf(CountryVisit visit)
    {
        var page = visit.Page("Partners", PartnerGroup.All(visit.Picture, visit.View.Locale));

        return page with { Frame = page.Frame with { CanonicalPath = $"/partners/{visit.View.Locale}", IsReviewed = true } };
    }

    private static PageSource<TextPage>? TextOf(CountryVisit visit)
    {
        var code = visit.View.Country.Code;
        var slug = visit.After[1..];

        if (CountryText.Resolve(visit.Picture, code, visit.View.Locale, slug) is not { } content)
        {
            return null;
        }

        var page = new TextPage(ContentPage.Of(content), visit.View);
        var source = visit.Page("Text", page);
        var isCampaigns = content.Scope != code;

        return source with
        {
            Frame = source.Frame with
            {
                CanonicalPath = isCampaigns && content.Locales.Contains(visit.View.Locale) ? $"/{slug}/{visit.View.Locale}" : null,
                Languages =
                [
                    .. source.Frame.Languages.Where(language => CountryText.Resolve(visit.Picture, code, language.Locale, slug) is not null),
                ],
                IsIndexed = !page.Text.Body.IsFallback,
                IsReviewed = content.IsReviewed && (!page.IsAdvice || visit.View.IsReviewed),
            },
        };
    }

    private static Task ServeAsync<T>(HttpContext context, PublicPages pages, CountryVisit? visit, Func<CountryVisit, PageSource<T>?> make)
    {
        if (visit is null || make(visit) is not { } page)
        {
            return SitePath.NotFound(context);
        }

        return visit.RedirectsOther(context) ? Task.CompletedTask : pages.ServeAsync(context, visit.Picture, page);
    }
}
