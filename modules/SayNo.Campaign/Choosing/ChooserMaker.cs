using System.Globalization;
using SayNo.Campaign.Countries;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Choosing;

/// <summary>Makes the list of countries, all or those that a search finds.</summary>
internal static class ChooserMaker
{
    // In the languages of other countries, two letters begin too many names.
    private const int FewestLettersOfOthers = 3;

    private const string English = "en";

    public static Chooser Make(Picture picture, string locale, string query, string? suggestedCode)
    {
        var all = picture.OfType(CountryPage.Type).Where(item => !item.Locales.IsEmpty).Select(item => Country(picture, item, locale)).OfType<ChooserCountry>()
            .OrderBy(country => country.Names[0].Text, LocaleNames.Order).ToList();
        var found = query.Length == 0 ? all : Found(all, picture.Locales, Folded.Of(query));

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

    /// <summary>A country as the list shows it; null if no page of it is public.</summary>
    public static ChooserCountry? Country(Picture picture, PublishedItem item, string locale)
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
            ReadersName = ReadersName(pages[0], locale),
            NameNote = (pages.FirstOrDefault(page => page.Content.Locale == locale) ?? pages[0]).NameNote,
            EuMember = pages[0].EuMember,
            Names = [.. names.DistinctBy(name => name.Text)],
        };
    }

    private static LocalizedText ReadersName(CountryPage page, string locale)
    {
        if (locale == English || CountryNames.In(page.Code, locale) is not { } name)
        {
            return new(page.EnglishName, English, locale != English);
        }

        // CLDR knows nothing of the note that belongs to the name.
        return new(page.EnglishName.EndsWith('*') ? $"{name}*" : name, locale, false);
    }

    /// <summary>Those that are called so in any language; if there is none, those that may have been meant.</summary>
    private static List<ChooserCountry> Found(List<ChooserCountry> all, Locales locales, string folded)
    {
        var called = all.Where(country => IsCalled(country, locales, folded)).ToList();

        return called.Count > 0 ? called : [.. all.Where(country => IsMeant(country, locales, folded))];
    }

    private static bool IsCalled(ChooserCountry country, Locales locales, string folded) =>
        Folded.Of(country.EnglishName).Contains(folded, StringComparison.Ordinal)
        || Folded.Of(country.Code) == folded
        || country.Names.Any(name => Folded.Of(name.Text).Contains(folded, StringComparison.Ordinal))
        || (folded.Length >= FewestLettersOfOthers && CountryNames.FoldedOf(country.Code, locales).Any(name => BeginsOrHoldsWord(name, folded)));

    private static bool BeginsOrHoldsWord(string name, string folded) =>
        name.StartsWith(folded, StringComparison.Ordinal) || Words.Of(name).Any(word => Words.WithoutArticle(word.Folded).StartsWith(folded, StringComparison.Ordinal));

    private static bool IsMeant(ChooserCountry country, Locales locales, string folded) =>
        CountryNames.FoldedOf(country.Code, locales).Concat(country.Names.Select(name => Folded.Of(name.Text)))
            .Any(name => Spelling.IsClose(folded, name) || Words.Of(name).Any(word => Spelling.IsClose(folded, word.Folded)));
}
