using Microsoft.AspNetCore.Http;
using SayNo.Web.Localization;

namespace SayNo.Web.Pages;

/// <summary>Leads visitors from other spellings of an address to the one spelling it has.</summary>
public static class SitePath
{
    /// <summary>The language to show: the best the browser asks for, else the first.</summary>
    public static string BestLocale(HttpRequest request, IReadOnlyList<string> locales) =>
        AcceptLanguage.Best(request.Headers.AcceptLanguage, locales) ?? locales[0];

    /// <summary>To a page in the language that suits the browser; it may be another one for the next visitor.</summary>
    public static Task RedirectForReader(HttpContext context, string path)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Redirect(path, permanent: false);

        return Task.CompletedTask;
    }

    /// <summary>True if the address is not spelled as it should be, and the answer now leads to the right one.</summary>
    public static bool RedirectIfOther(HttpContext context, string path)
    {
        if (context.Request.Path.Value == path)
        {
            return false;
        }

        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Redirect(path, permanent: true);

        return true;
    }

    public static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }
}
