using Microsoft.AspNetCore.Http;
using SayNo.Content.Published;
using SayNo.Web.Security;

namespace SayNo.Web.Previewing;

/// <summary>Sends a request on its way a second time, to the public address and with the picture that an endpoint has asked for.</summary>
internal sealed class PreviewMiddleware
{
    private readonly RequestDelegate _next;
    private readonly SecurityHeaders _security;

    public PreviewMiddleware(RequestDelegate next, SecurityHeaders security, SiteAnswers answers)
    {
        _next = next;
        _security = security;
        answers.Use(next);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        await _next(context);

        if (PreviewAnswer.Find(context) is not { } preview || context.Response.HasStarted)
        {
            return;
        }

        Prepare(context.Request, preview);
        context.SetEndpoint(null);
        _security.AddTo(context);
        context.Response.OnStarting(() =>
        {
            AddHeaders(context.Response.Headers, preview);

            return Task.CompletedTask;
        });
        await PublishedContent.PreviewAsync(preview.Picture, () => _next(context));
    }

    private static void Prepare(HttpRequest request, PreviewAnswer preview)
    {
        // The token is not in the path any more, wherever that is shown or logged from now on.
        request.Path = preview.Path;
        request.RouteValues.Clear();

        // What the browser has kept of the public page does not count.
        request.Headers.IfNoneMatch = default;
        request.Headers.IfModifiedSince = default;
    }

    private void AddHeaders(IHeaderDictionary headers, PreviewAnswer preview)
    {
        headers.CacheControl = "no-store";
        headers.ETag = default;
        headers.LastModified = default;
        headers["X-Robots-Tag"] = "noindex, nofollow";

        if (preview.IsFramed)
        {
            headers.ContentSecurityPolicy = _security.FramedPagePolicy;
            headers.XFrameOptions = "SAMEORIGIN";
        }
    }
}
