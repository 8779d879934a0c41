using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace SayNo.Web.Tests.Site;

/// <summary>One answer of the site, as a visitor without cookies or script gets it.</summary>
public sealed record CrawledPage(
    string Path, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IHtmlDocument? Document, IReadOnlyList<string> ParseErrors)
{
    private static readonly string[] Loading = ["href", "src", "action", "poster"];

    /// <summary>A page for visitors, not the description of the API or the editors' admin.</summary>
    public bool IsPublic =>
        Document is not null && !Path.StartsWith("/api", StringComparison.Ordinal) && !Path.StartsWith("/admin", StringComparison.Ordinal);

    public IHtmlDocument Html => Document ?? throw new InvalidOperationException($"{Path} is not a page.");

    public static async Task<CrawledPage> ReadAsync(string path, HttpResponseMessage answer, CancellationToken ct)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return new(path, answer.StatusCode, headers, null, []);
        }

        var errors = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, e) => errors.Add(e is HtmlErrorEvent error ? $"{error.Position}: {error.Message}" : e.Type);
        var html = await answer.Content.ReadAsStringAsync(ct);

        return new(path, answer.StatusCode, headers, parser.ParseDocument(html), errors);
    }

    /// <summary>Everything that the page names of its own site: links, forms, pictures, styles.</summary>
    public IEnumerable<string> OwnAddresses() =>
        Document is null ? [] : Document.QuerySelectorAll("[href], [src], [action], [poster]")
            .Where(element => element.GetAttribute("rel") is not ("alternate" or "canonical"))
            .Select(element => Loading.Select(element.GetAttribute).FirstOrDefault(address => address is not null))
            .OfType<string>()
            .Where(IsOwn);

    /// <summary>What the page leads to or loads that is not of this site.</summary>
    public IEnumerable<IElement> Outgoing() =>
        Html.QuerySelectorAll("a[href], area[href]").Where(link => link.GetAttribute("href") is { } href && !IsOwn(href) && !href.StartsWith('#'));

    private static bool IsOwn(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith('?');
}
