using Microsoft.AspNetCore.Routing;

namespace SayNo.Search;

internal static class SearchEndpoints
{
    public static void MapSearchApi(this IEndpointRouteBuilder api)
    {
    }
}
