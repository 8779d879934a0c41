using Microsoft.AspNetCore.Http;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Countries;

/// <summary>Answers <c>/{country}</c>, <c>/{country}/{locale}</c> and <c>/{country}/{locale}/film</c>.</summary>
internal static class CountryPages
{
    private const int CodeLength = 2;

    public static bool IsCode(string name) => name.Length == CodeLength && name.All(char.IsAsciiLetter);

    public static Task ToBestLocale(HttpContext context, string code, Picture picture)
    {
        if (CountryViews.CountryOf(picture, code.ToUpperInvariant()) is not { Locales.Count: > 0 } item
            || Resolver.Resolve(picture, item, item.Locales.Keys.First()) is not { } content)
        {
            return SitePath.NotFound(context);
        }

        var locale = SitePath.BestLocale(context.Request, CountryPage.Of(content).PublicLocales);

        return SitePath.RedirectForReader(context, $"/{code.ToLowerInvariant()}/{locale}");
    }

    public static Task Show(HttpContext context, string code, string tag, string after, Picture picture, CountryViews views, PublicPages pages)
    {
        if (CountryVisit.Find(picture, views, code, tag, after) is not { } visit)
        {
            return SitePath.NotFound(context);
        }

        return visit.RedirectsOther(context)
            ? Task.CompletedTask
            : pages.ServeAsync(context, picture, visit.Page(after.Length == 0 ? "Country" : "Film", visit.View));
    }
}
