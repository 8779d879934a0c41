using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>The texts of the admin, in the languages it has.</summary>
public sealed class AdminTexts(PoCatalogs catalogs)
{
    /// <summary>The parameter of an address that asks for a language of the screens; a cookie keeps the answer.</summary>
    public const string Parameter = "interface";

    private static readonly AdminCookie Kept = new("sn-interface");

    public static IReadOnlyList<string> Locales { get; } = ["en", "de", "fr"];

    /// <summary>The language that the address asks for, else the one it asked for last, else the best the browser does, else English.</summary>
    public PoLocalizer For(HttpContext context) => catalogs.ForEditors(
        Asked(context)
        ?? Locales.FirstOrDefault(locale => locale == context.Request.Cookies[Kept.Name ?? ""])
        ?? AcceptLanguage.Best(context.Request.Headers.AcceptLanguage, Locales)
        ?? Locales[0]);

    /// <summary>The same page in another language of the screens, such as <c>?scope=DE&amp;interface=de</c>.</summary>
    public static string AddressIn(HttpContext context, string locale)
    {
        // What was sent by a form, and the sentence after it, belong to the moment.
        var query = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.Query.Where(pair => pair.Key is not (Parameter or "notice")).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))
            : [];

        return new QueryBuilder(query) { { Parameter, locale } }.ToString();
    }

    /// <summary>Keeps the language that the address asks for.</summary>
    internal static void Keep(HttpContext context)
    {
        if (Asked(context) is { } locale)
        {
            context.Response.Cookies.Append(Kept.Name ?? "", locale, Kept.Build(context));
        }
    }

    private static string? Asked(HttpContext context) => Locales.FirstOrDefault(locale => locale == context.Request.Query[Parameter]);
}
