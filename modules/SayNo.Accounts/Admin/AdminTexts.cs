using Microsoft.AspNetCore.Http;
using SayNo.Web.Localization;

namespace SayNo.Accounts.Admin;

/// <summary>The texts of the admin, in the languages it has.</summary>
public sealed class AdminTexts(PoCatalogs catalogs)
{
    /// <summary>The parameter of an address that asks for a language.</summary>
    public const string Parameter = "locale";

    public static IReadOnlyList<string> Locales { get; } = ["en", "de", "fr"];

    /// <summary>The language that the address asks for, else the best the browser does, else English.</summary>
    public PoLocalizer For(HttpContext context) => catalogs.For(
        Locales.FirstOrDefault(locale => locale == context.Request.Query[Parameter])
        ?? AcceptLanguage.Best(context.Request.Headers.AcceptLanguage, Locales)
        ?? Locales[0]);
}
