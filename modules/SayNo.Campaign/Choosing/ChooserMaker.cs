using System.Globalization;
using SayNo.Campaign.Countries;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Localization;

namespace SayNo.Campaign.Choosing;

/// <summary>Makes the list of countries, all or those that a search finds.</summary>
internal static class ChooserMaker
{
    public static Chooser Make(Picture picture, string locale, string query, string? suggestedCode)
    {
        var all = picture.OfType(CountryPage.Type).Where(item => !item.Locales.IsEmpty).Select(item => Country(picture, item, locale)).OfType<ChooserCountry>()
            .OrderBy(country => country.Names[0].Text, LocaleNames.Order).ToList();
        var found = query.Length == 0 ? all : [.. all.Where(country => IsFound(country, Folded.Of(query)))];

        return new()
        {
            Members = [.. found.Where(country => country.EuMember)],
            Others = [.. found.Where(country => !country.EuMember)],
            Suggested = query.Length == 0 ? all.FirstOrDefault(country => country.Code == suggestedCode) : null,
            Query = query,
        };
    }

    /// <summary>The country that the browser's languages hint at: their region, or the one where the language is at home.</summary>
    public static string? Suggest(Picture picture, IReadOnlyList<string> tags) =>
        tags.Select(RegionOf).FirstOrDefault(region => region is not null && CountryViews.CountryOf(picture, region) is { Locales.Count: > 0 });

    private static string? RegionOf(string tag)
    {
        if (tag.Length > 20 || !tag.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
        {
            return null;
        }

        if (tag.Split('-').Skip(1).FirstOrDefault(CountryPages.IsCode) is { } region)
        {
            return region.ToUpperInvariant();
        }

        try
        {
            return CultureInfo.CreateSpecificCulture(tag).Name.Split('-') is [_, .., var home] && CountryPages.IsCode(home) ? home : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static ChooserCountry? Country(Picture picture, PublishedItem item, string locale)
    {
        var pages = item.Locales.Keys.Select(locale => Resolver.Find(picture, item, locale)).OfType<ResolvedContent>().Select(CountryPage.Of).ToList();

        if (pages.Count == 0)
        {
            return null;
        }

        var code = item.Scope.ToLowerInvariant();
        var names = pages[0].PublicLocales.Select(locale => pages.First(page => page.Content.Locale == locale))
            .Select(page => new CountryName(page.Name.Text, page.Content.Locale, $"/{code}/{page.Content.Locale}"));

        return new()
        {
            Code = item.Scope,
            EnglishName = pages[0].EnglishName,
            NameNote = (pages.FirstOrDefault(page => page.Content.Locale == locale) ?? pages[0]).NameNote,
            EuMember = pages[0].EuMember,
            Names = [.. names.DistinctBy(name => name.Text)],
        };
    }

    private static bool IsFound(ChooserCountry country, string folded) =>
        Folded.Of(country.EnglishName).Contains(folded, StringComparison.Ordinal)
        || Folded.Of(country.Code) == folded
        || country.Names.Any(name => Folded.Of(name.Text).Contains(folded, StringComparison.Ordinal));
}
