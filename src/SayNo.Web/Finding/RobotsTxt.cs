using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.Web.Finding;

/// <summary>Answers <c>/robots.txt</c> (RFC 9309): everything is open but the admin and searches, and there is the sitemap.</summary>
internal static class RobotsTxt
{
    private const string Path = "/robots.txt";

    public static void Map(IEndpointRouteBuilder root) => root.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], Show).ExcludeFromDescription();

    private static Task Show(HttpContext context, PublishedContent published, ResponseCache cache, SiteAddress site) =>
        cache.ServeAsync(context, Path, "", published.Current, () => ValueTask.FromResult(new Answer
        {
            Body = Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /admin\nDisallow: /search\n\nSitemap: {site.Of(Sitemaps.Path)}\n"),
            ContentType = "text/plain; charset=utf-8",
            MadeOf = [],
        }));
}
