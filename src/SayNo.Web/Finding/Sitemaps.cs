using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Caching;
using SayNo.Web.Pages;

namespace SayNo.Web.Finding;

/// <summary>
/// Answers <c>/sitemap.xml</c>, the list of the sitemaps, and each of them, such as <c>/sitemap-at.xml</c>. The sitemaps alone say which pages
/// are the same in other languages and for other countries: said at two places, search engines would believe neither if they once differed.
/// </summary>
internal sealed class Sitemaps(IEnumerable<ListedPages> modules, SiteAddress site, TimeProvider time)
{
    public const string Path = "/sitemap.xml";

    private const string Xml = "application/xml; charset=utf-8";

    // An alert that begins or ends changes a page without being published.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private readonly ListedPages[] _modules = [.. modules];

    public void Map(IEndpointRouteBuilder root)
    {
        root.MapMethods(Path, Reading, ShowIndex).ExcludeFromDescription();
        root.MapMethods("/sitemap-{name}.xml", Reading, Show).ExcludeFromDescription();
    }

    private Task ShowIndex(HttpContext context, PublishedContent published, ResponseCache cache)
    {
        var picture = published.Current;

        return cache.ServeAsync(context, Path, "", picture, () => Answer(new(Sitemap + "sitemapindex",
            Of(picture).GroupBy(page => page.Sitemap).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new XElement(Sitemap + "sitemap",
                new XElement(Sitemap + "loc", site.Of(PathOf(group.Key))),
                LastChange(group.Max(page => page.ChangedAt)))))));
    }

    private Task Show(HttpContext context, string name, PublishedContent published, ResponseCache cache)
    {
        var picture = published.Current;
        var all = Of(picture).ToList();

        if (all.TrueForAll(page => page.Sitemap != name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return Task.CompletedTask;
        }

        var clusters = all.Where(page => page.Cluster is not null).ToLookup(page => page.Cluster);

        return cache.ServeAsync(context, PathOf(name), "", picture, () => Answer(new(Sitemap + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
            all.Where(page => page.Sitemap == name).Select(page => Url(page, page.Hreflangs.Count == 0 ? [] : clusters[page.Cluster])))));
    }

    private IEnumerable<ListedPage> Of(Picture picture) => _modules.SelectMany(module => module.Of(picture));

    private XElement Url(ListedPage page, IEnumerable<ListedPage> cluster) => new(Sitemap + "url",
        new XElement(Sitemap + "loc", site.Of(page.Path)),
        LastChange(page.ChangedAt),
        from other in cluster
        from hreflang in other.Hreflangs
        select new XElement(Xhtml + "link",
            new XAttribute("rel", "alternate"), new XAttribute("hreflang", hreflang), new XAttribute("href", site.Of(other.Path))));

    private ValueTask<Answer> Answer(XElement root)
    {
        using var bytes = new MemoryStream();

        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            root.WriteTo(writer);
        }

        return ValueTask.FromResult(new Answer
        {
            Body = bytes.ToArray(),
            ContentType = Xml,
            MadeOf = [.. _modules.SelectMany(module => module.MadeOf).Distinct()],
            ValidUntil = time.GetUtcNow().UtcDateTime + Longest,
        });
    }

    private static XElement? LastChange(DateTime? at) =>
        at is { } moment ? new(Sitemap + "lastmod", moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null;

    private static string PathOf(string name) => $"/sitemap-{name}.xml";
}
