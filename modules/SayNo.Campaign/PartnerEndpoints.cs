using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>The partners as JSON.</summary>
internal static class PartnerEndpoints
{
    private const string Type = "Partner";

    private static readonly ApiOperation Partners = new(Type)
    {
        Type = Type,
        IsList = true,
        Parameters = [QueryParameter.Country, QueryParameter.Cursor, QueryParameter.Kind, QueryParameter.Limit, QueryParameter.Locale],
    };

    public static void MapPartnerApi(this IEndpointRouteBuilder api) => api.MapMethods("/partners", ReadRoutes.Methods, List).WithMetadata(Partners)
        .WithTags("Campaign").WithName("ListPartners").WithSummary("Who stands behind and beside the campaign")
        .WithDescription("With `country`, the partners that work there and those that work in every country. Their roles may come in a fallback language.");

    private static Task List(ApiRequest request)
    {
        var items = request.Picture.OfType(Type)
            .Where(item => request.Country is null || WorksIn(item, request.Country))
            .Where(item => request.Kind is null || item.Text("Kind") == request.Kind);

        return new DocumentList("/api/v1/partners", Type, items).AnswerAsync(request);
    }

    private static bool WorksIn(PublishedItem item, string country)
    {
        var countries = item.Texts("Countries");

        return item.Scope == country || countries.Contains(country) || (item.Scope == Scopes.Campaign && countries.Count == 0);
    }
}
