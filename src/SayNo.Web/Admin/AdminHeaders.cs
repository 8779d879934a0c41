using Microsoft.AspNetCore.Http;
using SayNo.Web.Previewing;

namespace SayNo.Web.Admin;

/// <summary>Gives every answer under <c>/admin</c> headers that keep it out of caches, search engines, frames and other people's logs.</summary>
internal sealed class AdminHeaders(RequestDelegate next, Theme theme)
{
    private static readonly PathString Assets = AdminAssets.Path.TrimEnd('/');

    // The theme's style sheet and script are for its error pages, which answer here too.
    private readonly string _policy =
        $"default-src 'none'; script-src 'self'{(theme.ScriptHash is { } script ? $" '{script}'" : "")}; style-src 'self' '{theme.StyleHash}'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        AdminCookie.IsOverHttps = context.Request.IsHttps;
        AdminTexts.Keep(context);
        context.Response.OnStarting(() =>
        {
            AddTo(context);

            return Task.CompletedTask;
        });

        return next(context);
    }

    // Set last, so that no page, error page or framework default can loosen them.
    private void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;

        if (!context.Request.Path.StartsWithSegments(Assets))
        {
            headers.CacheControl = "no-store";
        }

        // A preview has the headers of the public page, and screens of the admin show it in a frame.
        if (PreviewAnswer.Find(context) is null)
        {
            headers.ContentSecurityPolicy = _policy;
            headers.XFrameOptions = "DENY";
        }

        headers.Pragma = default;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
