using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>Answers <c>/qr/{country}/{locale}.svg</c>: the QR code that leads from a printed country page back to it.</summary>
internal static class PrintedCodes
{
    public static void MapPrintedCodes(this IEndpointRouteBuilder site) =>
        site.MapMethods("/qr/{country:length(2)}/{locale}.svg", [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    private static Task Show(
        HttpContext context, string country, string locale, PublishedContent published, CountryViews views, SiteAddress site, ResponseCache cache)
    {
        var picture = published.Current;

        if (CountryVisit.Find(picture, views, country, locale, "") is not { } visit)
        {
            return SitePath.NotFound(context);
        }

        var page = $"/{visit.View.Country.Code.ToLowerInvariant()}/{visit.View.Locale}";
        var path = $"/qr{page}.svg";

        return SitePath.RedirectIfOther(context, path)
            ? Task.CompletedTask
            : cache.ServeAsync(context, path, "", picture, () => ValueTask.FromResult(new Answer
            {
                Body = Encoding.UTF8.GetBytes(Draw(site.Of(page))),
                ContentType = "image/svg+xml",
                MadeOf = CountryView.MadeOf,
            }));
    }

    private static string Draw(string address)
    {
        var size = QrPicture.Draw(address, out var modules);

        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{modules}"/></svg>""";
    }
}
