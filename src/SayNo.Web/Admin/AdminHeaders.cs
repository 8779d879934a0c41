using Microsoft.AspNetCore.Http;

namespace SayNo.Web.Admin;

/// <summary>Gives every answer under <c>/admin</c> headers that keep it out of caches, search engines, frames and other people's logs.</summary>
internal sealed class AdminHeaders(RequestDelegate next, Theme theme)
{
    private static readonly PathString Assets = AdminAssets.Path.TrimEnd('/');

    // The theme's style sheet is for its error pages, which answer here too.
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' '{theme.StyleHash}'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        AdminCookie.IsOverHttps = context.Request.IsHttps;
        AdminTexts.Keep(context);
        context.Response.OnStarting(() =>
        {
            AddTo(context.Response.Headers, context.Request.Path.StartsWithSegments(Assets));

            return Task.CompletedTask;
        });

        return next(context);
    }

    // Set last, so that no page, error page or framework default can loosen them.
    private void AddTo(IHeaderDictionary headers, bool isAsset)
    {
        if (!isAsset)
        {
            headers.CacheControl = "no-store";
        }

        headers.Pragma = default;
        headers.ContentSecurityPolicy = _policy;
        headers.XFrameOptions = "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
