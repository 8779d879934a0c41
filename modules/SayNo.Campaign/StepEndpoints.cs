using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>The steps as JSON: what to do now.</summary>
internal static class StepEndpoints
{
    private const string Type = "Step";

    private static readonly ApiOperation Steps = new(Type)
    {
        Type = Type,
        IsList = true,
        Parameters = [QueryParameter.Country, QueryParameter.Cursor, QueryParameter.Limit, QueryParameter.Locale],
    };

    /// <summary>As on the page: a country's further steps stand among the campaign's.</summary>
    private static readonly Comparer<PublishedItem> InOrder = Comparer<PublishedItem>.Create((one, other) =>
        one.Order != other.Order ? one.Order.CompareTo(other.Order) : Picture.InOrder.Compare(one, other));

    public static void MapStepApi(this IEndpointRouteBuilder api) => api.MapMethods("/steps", ReadRoutes.Methods, List).WithMetadata(Steps)
        .WithTags("Campaign").WithName("ListSteps").WithSummary("What to do now, step by step")
        .WithDescription("The campaign's steps; with `country`, in that country's own wording where it has one, and with its further steps.");

    private static Task List(ApiRequest request)
    {
        var items = request.Picture.OfType(Type)
            .Where(item => item.OverrideOf is null && (item.Scope == Scopes.Campaign || item.Scope == request.Country))
            .Order(InOrder);

        return new DocumentList("/api/v1/steps", Type, items)
        {
            Order = InOrder,
            Resolve = (picture, item, locale) => Overrides.Resolve(picture, item, request.Country ?? Scopes.Campaign, locale),
        }.AnswerAsync(request);
    }
}
