using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SayNo.Web.Api;

/// <summary>Maps resources that are read only.</summary>
public static class ReadRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET, and HEAD, which is GET without the body.</summary>
    public static RouteHandlerBuilder MapRead(
        this IEndpointRouteBuilder api, [StringSyntax("Route")] string pattern, ApiOperation operation, Delegate handler) =>
        api.MapMethods(pattern, Methods, handler).WithMetadata(operation);
}
