using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Admin;
using SayNo.Web.Api;
using SayNo.Web.Localization;
using SayNo.Web.Security;

namespace SayNo.Web.Pages;

/// <summary>Answers what went wrong: people in a language they read, programs by problem details (RFC 9457).</summary>
internal static class ErrorPages
{
    public static async Task WriteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        services.GetRequiredService<SecurityHeaders>().AddTo(context);
        context.Response.Headers.CacheControl = "no-store";

        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await ApiProblem.OfStatus(context.Response.StatusCode).WriteAsync(context);

            return;
        }

        var (html, locale) = ScreenError.IsFor(context) ? await DrawScreenAsync(context) : await DrawPageAsync(context);
        context.Response.ContentType = PageRenderer.Html;
        context.Response.ContentLength = html.Length;
        context.Response.Headers.ContentLanguage = locale;
        context.Response.Headers.Vary = "Accept-Language";

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(html, context.RequestAborted);
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Html, string Locale)> DrawPageAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var status = context.Response.StatusCode;
        var settings = services.GetRequiredService<PublishedContent>().Current.Settings;
        var locale = LocaleOf(context.Request, settings.Locales);
        var texts = services.GetRequiredService<PoCatalogs>().For(locale);
        var frame = new PageFrame
        {
            Locale = locale,
            Title = texts[status < 500 ? "Page not found" : "Something went wrong"],
            ExitTarget = ExitTargets.Default(settings),
            IsIndexed = false,
        };

        return (await services.GetRequiredService<PageRenderer>().RenderAsync(context, "Error", frame, new ErrorPage(status)), locale);
    }

    /// <summary>For a colleague, who is no child in need: what happened, and the way back to the work.</summary>
    private static async Task<(ReadOnlyMemory<byte> Html, string Locale)> DrawScreenAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var error = new ScreenError(context.Response.StatusCode, services.GetRequiredService<AdminTexts>().For(context));

        return (await services.GetRequiredService<PageRenderer>().RenderAtAsync(context, ScreenError.View, error), error.L.Culture.Name);
    }

    /// <summary>The language in the address, else the best the browser asks for, else the site's main one.</summary>
    private static string LocaleOf(HttpRequest request, Locales locales)
    {
        // The first segment is a country or a page: /sv is El Salvador's code, not Swedish.
        var inPath = (request.Path.Value ?? "").Split('/').Skip(2).Take(1).Select(locales.Find).FirstOrDefault();

        return inPath ?? AcceptLanguage.Best(request.Headers.AcceptLanguage, [.. locales.Supported]) ?? locales.Main;
    }
}
