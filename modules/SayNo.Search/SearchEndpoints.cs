using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Search.Finding;
using SayNo.Web.Api;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Search;

/// <summary>The search as JSON, for partners who have a field to type into. What was typed is neither kept nor logged.</summary>
internal static class SearchEndpoints
{
    private const string Path = "/api/v1/search";

    private static readonly QueryParameter Country = QueryParameter.Country with
    {
        Description = "Where the visitor comes from: what that country has comes first, and no telephone number of another one beside it. It is an ISO 3166-1 alpha-2 code.",
    };

    private static readonly ApiOperation Operation = new("SearchResult")
    {
        IsList = true,
        Meta = "SearchMeta",
        Parameters = [Country, QueryParameter.Limit, QueryParameter.Locale, QueryParameter.Page, QueryParameter.Words],
        Schemas = SearchSchemas.All,
    };

    public static void MapSearchApi(this IEndpointRouteBuilder api) => api.MapMethods("/search", ReadRoutes.Methods, List).WithMetadata(Operation)
        .WithTags("Search").WithName("Search").WithSummary("What fits what somebody typed")
        .WithDescription("In the order of the public site: spelling, accents and slips are forgiven. `document` leads to the whole document: show a number only with what that says "
            + "about how far to trust it. Please keep no list of what your visitors typed: we keep none, no shared cache may, and `q` stands in no log of ours.");

    private static Task List(ApiRequest request, PublishedContent published, SiteSearch search)
    {
        // A draft that somebody may preview must not be found by anybody.
        var picture = published.Public;
        var query = SearchQuery.Parse(request.Words);
        var start = (request.Page - 1) * request.Limit;
        var place = search.Place(picture, request.Country, request.Locale);
        var found = query.IsEmpty ? new([], 0, IsOnlyClose: false) : search.Slice(picture, request.Locale, query, place, start..(start + request.Limit));

        return request.AnswerUnkeptAsync(Envelope.Of([], [.. Links(request, start + found.Hits.Count < found.Total)], json => Write(json, picture, found.Hits), json =>
        {
            json.WriteString("locale"u8, request.Locale);
            json.WriteNumber("count"u8, found.Hits.Count);
            json.WriteNumber("total"u8, found.Total);
            json.WriteNumber("limit"u8, request.Limit);
            json.WriteNumber("page"u8, request.Page);
            json.WriteBoolean("isOnlyClose"u8, found.IsOnlyClose);
        }));
    }

    private static IEnumerable<ApiLink> Links(ApiRequest request, bool hasMore)
    {
        yield return new("self", Path + request.QueryWith(null));

        if (request.Page > 1)
        {
            yield return new("prev", Path + request.QueryWith(null, request.Page - 1));
        }

        if (hasMore && request.Page < QueryParameter.MostPage)
        {
            yield return new("next", Path + request.QueryWith(null, request.Page + 1));
        }

        yield return ApiLink.DescribedBy("SearchResult");
    }

    private static void Write(Utf8JsonWriter json, Picture picture, IReadOnlyList<SearchHit> hits)
    {
        json.WriteStartArray();

        foreach (var hit in hits)
        {
            Write(json, picture, hit.Entry, hit);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Picture picture, SearchEntry entry, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, entry.Kind);
        json.WriteString("id"u8, entry.ItemId);
        json.WriteString("scope"u8, entry.Scope);
        WriteText(json, "title", entry.Title);

        if (entry.Text is { } text)
        {
            WriteText(json, "excerpt", text with { Text = string.Concat(hit.Excerpt.Select(part => part.Text)) });
        }

        if (hit.Country is { } country)
        {
            WriteText(json, "country", country);
        }

        json.WriteString("page"u8, hit.Path);

        if (picture.Find(entry.ItemId) is { } item)
        {
            json.WriteString("document"u8, $"/api/v1/content/{item.Type}/{item.Id}");
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text.Text);

        // A name, such as an organisation's, belongs to no language.
        if (text.Locale.Length > 0)
        {
            json.WriteString("locale"u8, text.Locale);
        }

        json.WriteEndObject();
    }
}
