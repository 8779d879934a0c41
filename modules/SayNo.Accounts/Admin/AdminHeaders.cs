using Microsoft.AspNetCore.Http;

namespace SayNo.Accounts.Admin;

/// <summary>Gives every answer under <c>/admin</c> headers that keep it out of caches, search engines, frames and other people's logs.</summary>
public sealed class AdminHeaders(RequestDelegate next)
{
    private static readonly string Policy =
        $"default-src 'none'; style-src '{AdminStyle.Hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
    private static void AddTo(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.Pragma = default;
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
