using Microsoft.AspNetCore.Http;
using SayNo.Web;

namespace SayNo.Accounts.Admin;

/// <summary>Gives every answer under <c>/admin</c> headers that keep it out of caches, search engines, frames and other people's logs.</summary>
public sealed class AdminHeaders(RequestDelegate next, Theme theme)
{
    // The theme's style sheet is for its error pages, which answer here too.
    private readonly string _policy =
        $"default-src 'none'; style-src '{AdminStyle.Hash}' '{theme.StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        AdminCookie.IsOverHttps = context.Request.IsHttps;
        context.Response.OnStarting(() =>
        {
            AddTo(context.Response.Headers);

            return Task.CompletedTask;
        });

        return next(context);
    }

    // Set last, so that no page, error page or framework default can loosen them.
    private void AddTo(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.Pragma = default;
        headers.ContentSecurityPolicy = _policy;
        headers.XFrameOptions = "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
