using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Caching;

/// <summary>Answers from the cache before anything else looks at the request.</summary>
internal sealed class ResponseCacheMiddleware(RequestDelegate next, ResponseCache cache)
{
    public Task InvokeAsync(HttpContext context) => cache.TryWrite(context) ?? next(context);
}
