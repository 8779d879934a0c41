using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Api;

/// <summary>Resources that are read only.</summary>
public static class ReadRoutes
{
    /// <summary>GET, and HEAD, which is GET without the body. The resource says by an <see cref="ApiOperation"/> what it takes.</summary>
    public static IReadOnlyList<string> Methods { get; } = [HttpMethods.Get, HttpMethods.Head];
}
