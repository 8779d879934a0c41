using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>Figures and statements with their sources as JSON.</summary>
internal static class FactEndpoints
{
    private const string Type = "Fact";

    private static readonly ApiOperation Facts = new(Type)
    {
        Type = Type,
        IsList = true,
        Parameters = [QueryParameter.Cursor, QueryParameter.Limit, QueryParameter.Locale],
    };

    public static void MapFactApi(this IEndpointRouteBuilder api) => api.MapMethods("/facts", ReadRoutes.Methods, List).WithMetadata(Facts)
        .WithTags("Campaign").WithName("ListFacts").WithSummary("Figures and statements, each with its source")
        .WithDescription("Only those that are public in the language: a figure is not shown with a label in another one.");

    private static Task List(ApiRequest request) => new DocumentList("/api/v1/facts", Type, request.Picture.OfType(Type)).AnswerAsync(request);
}
