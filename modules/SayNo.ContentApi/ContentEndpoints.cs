using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.ContentApi;

/// <summary>The documents of any content type as they are stored: by owner, in one language, without what the campaign makes of them.</summary>
internal static class ContentEndpoints
{
    private const string AboutType = "Name of a content type, such as `Step`.";

    private static readonly ApiOperation Documents = new("Document")
    {
        IsList = true,
        Parameters = [QueryParameter.Country, QueryParameter.Cursor, QueryParameter.Limit, QueryParameter.Locale],
        Path = new Dictionary<string, (string, string)> { ["type"] = (AboutType, "Step") },
    };

    private static readonly ApiOperation Document = new("Document")
    {
        Parameters = [QueryParameter.Locale],
        Path = new Dictionary<string, (string, string)>
        {
            ["type"] = (AboutType, "CountryContact"),
            ["id"] = ("The document's `id`: 26 letters and digits.", "318jh7ka3ke5sedtxtk3ag169s"),
        },
    };

    public static void MapContent(this IEndpointRouteBuilder api)
    {
        var content = api.MapGroup("/content").WithTags("Content");

        content.MapMethods("/{type}", ReadRoutes.Methods, List).WithMetadata(Documents).WithName("ListContent").WithSummary("All documents of a content type")
            .WithDescription("What is stored, by owner: `country=AT` gives what Austria owns, and not what the campaign shows there. Only what is public in the language.");
        content.MapMethods("/{type}/{id}", ReadRoutes.Methods, Get).WithMetadata(Document).WithName("GetContent").WithSummary("One document")
            .WithDescription("A document in one language. It is not found in a language in which it is not public.");
    }

    private static Task List(string type, ApiRequest request)
    {
        if (!request.Picture.Types.ContainsKey(type))
        {
            return request.RefuseAsync(UnknownType(request.Picture));
        }

        var items = request.Picture.OfType(type).Where(item => request.Country is null || item.Scope == request.Country);

        return new DocumentList($"/api/v1/content/{type}", type, items).AnswerAsync(request);
    }

    private static Task Get(string type, string id, ApiRequest request)
    {
        var picture = request.Picture;

        if (!picture.Types.ContainsKey(type))
        {
            return request.RefuseAsync(UnknownType(picture));
        }

        if (picture.Find(id) is not { } item || item.Type != type)
        {
            return request.RefuseAsync(ApiProblem.NotFound($"There is no public {type} with this id. /api/v1/content/{type} lists all.", "id"));
        }

        var locales = Resolver.LocalesOf(picture, item);
        var locale = request.AskedLocale ?? (locales.Count == 0 || locales.Contains(request.Locale) ? request.Locale : locales[0]);

        if (Resolver.Find(picture, item, locale) is not { } document)
        {
            return request.RefuseAsync(ApiProblem.NotFound(
                $"This {type} is not public in the locale {locale}. It is in: {string.Join(", ", locales)}.", "locale", locales));
        }

        return document.AnswerAsync(request, $"/api/v1/content/{type}/{id}");
    }

    private static ApiProblem UnknownType(Picture picture)
    {
        var known = picture.Types.Keys.Order(StringComparer.Ordinal).ToList();

        return ApiProblem.NotFound($"There is no such content type. There are: {string.Join(", ", known)}.", "type", known);
    }
}
