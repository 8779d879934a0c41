using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SayNo.Web.Security;

/// <summary>The headers that every answer carries. An endpoint may replace any of them by setting it.</summary>
public sealed class SecurityHeaders(Theme theme)
{
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues CrossOrigin = "cross-origin";
    private static readonly StringValues RequireCorp = "require-corp";
    private static readonly StringValues TwoYears = "max-age=63072000; includeSubDomains; preload";

    private static readonly StringValues NoPermissions =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()";

    private static readonly StringValues NothingAllowed = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    // The page's only script and its only style sheet are named by their hashes; no script may turn a text into markup or into another script.
    private readonly StringValues _pagePolicy = PagePolicy(theme, "'none'");

    /// <summary>The policy of a public page that a screen of the admin shows in a frame.</summary>
    internal StringValues FramedPagePolicy { get; } = PagePolicy(theme, "'self'");

    public void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isApi = context.Request.Path.StartsWithSegments("/api");
        headers["Referrer-Policy"] = NoReferrer;
        headers.XContentTypeOptions = NoSniff;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Embedder-Policy"] = RequireCorp;
        headers["Cross-Origin-Resource-Policy"] = isApi ? CrossOrigin : SameOrigin;
        headers["Permissions-Policy"] = NoPermissions;
        headers.ContentSecurityPolicy = isApi ? NothingAllowed : _pagePolicy;

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = TwoYears;
        }
    }

    private static string PagePolicy(Theme theme, string frames) =>
        $"default-src 'none'; script-src '{theme.ScriptHash ?? "none"}'; style-src '{theme.StyleHash}'; img-src 'self'; media-src 'self'; manifest-src 'self'; "
        + $"form-action 'self'; base-uri 'none'; frame-ancestors {frames}; require-trusted-types-for 'script'; trusted-types 'none'";
}
