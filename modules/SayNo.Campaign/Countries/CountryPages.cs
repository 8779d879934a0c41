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
        if (picture.Locales.Find(tag) is not { } locale || views.Find(picture, code.ToUpperInvariant(), locale) is not { } view)
        {
            return SitePath.NotFound(context);
        }

        var country = $"/{code.ToLowerInvariant()}";
        var path = $"{country}/{locale}{after}";

        if (SitePath.RedirectIfOther(context, path))
        {
            return Task.CompletedTask;
        }

        return pages.ServeAsync(context, picture, new PageSource<CountryView>
        {
            View = after.Length == 0 ? "Country" : "Film",
            Model = view,
            MadeOf = CountryView.MadeOf,
            ChangedAt = view.ChangedAt,
            ValidUntil = view.ValidUntil,
            Frame = new()
            {
                Locale = locale,
                Title = view.Country.Title,
                ExitTarget = ExitTargets.Choose(picture.Settings, view.Country.ExitTarget?.Url),
                Path = path,
                CountryPath = $"{country}/{locale}",
                CardTexts = view.Country.CardTexts,
                Languages = [.. view.Country.PublicLocales.Select(one => new PageLanguage(one, $"{country}/{one}{after}"))],
                IsReviewed = view.IsReviewed,
            },
        });
    }
}
