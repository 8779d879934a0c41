using Microsoft.AspNetCore.Routing;

namespace SayNo.ContentApi;

/// <summary>The description of the API for people.</summary>
internal static class ApiPages
{
    public static void MapApiPages(this IEndpointRouteBuilder site)
    {
    }
}
