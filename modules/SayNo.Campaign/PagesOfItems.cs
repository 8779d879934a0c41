using SayNo.Campaign.Countries;
using SayNo.Campaign.Texts;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Storage;
using SayNo.Web.Pages;

namespace SayNo.Campaign;

/// <summary>The pages of the campaign on which an item stands.</summary>
internal sealed class PagesOfItems : ItemPages
{
    public override IEnumerable<ItemPage> Of(Picture picture, PublishedItem item, string locale) => item.Type switch
    {
        ContentPage.Type => TextPages(picture, item, locale),
        "Partner" => PartnerPages(picture, item, locale),
        "Film" => CountryPages(picture, Countries(picture, item), item, locale)
            .SelectMany<ItemPage, ItemPage>(page => [Inner(page, "film"), page]),
        CountryPage.Type => CountryPages(picture, [item], item, locale)
            .SelectMany<ItemPage, ItemPage>(page => [page, Inner(page, "accessibility"), Inner(page, "sources"), Inner(page, "film")])
            .Append(Chooser(picture, locale)),
        "CountryContact" => CountryPages(picture, Countries(picture, item), item, locale)
            .SelectMany<ItemPage, ItemPage>(page => [page, Inner(page, "sources")]),
        "Alert" => CountryPages(picture, Countries(picture, item).Where(country => IsFor(item, country.Scope)), item, locale),
        "Step" => CountryPages(picture, Countries(picture, item), item, locale)
            .OrderBy(page => IsReplaced(picture, item, page)),
        _ => [],
    };

    private static IEnumerable<ItemPage> PartnerPages(Picture picture, PublishedItem item, string locale)
    {
        var works = item.Texts("Countries");
        var countries = Countries(picture, item)
            .Concat(picture.OfType(CountryPage.Type).Where(country => works.Contains(country.Scope))).DistinctBy(country => country.Id)
            .Where(country => item.Scope != Scopes.Campaign || works.Count == 0 || works.Contains(country.Scope));

        return InOrder(picture, picture.Locales.Supported, item, locale).Select(one => new ItemPage($"/partners/{one}", one))
            .Concat(CountryPages(picture, countries, item, locale));
    }

    /// <summary>A text of the campaign by itself and within the countries, and where its title is a link; a country's own within that country.</summary>
    private static IEnumerable<ItemPage> TextPages(Picture picture, PublishedItem item, string locale)
    {
        var slug = item.OverrideOf is { } original ? picture.Find(original)?.Slug ?? item.Slug : item.Slug;
        var alone = item.Scope == Scopes.Campaign ? InOrder(picture, item.Locales.Keys, item, locale).Select(one => new ItemPage($"/{slug}/{one}", one)) : [];
        var isLinked = CountryText.Answers.Contains(slug) || CountryText.ForOthers.Contains(slug);

        return alone.Concat(CountryPages(picture, Countries(picture, item), item, locale)
            .SelectMany<ItemPage, ItemPage>(page => isLinked ? [Inner(page, slug), page] : [Inner(page, slug)])
            .OrderBy(page => IsReplaced(picture, item, page)));
    }

    private static bool IsFor(PublishedItem alert, string country) =>
        alert.Texts("Countries") is not { Count: > 0 } countries || countries.Contains(country);

    private static ItemPage Inner(ItemPage country, string name) => country with { Path = $"{country.Path}/{name}", HasBudget = false };

    /// <summary>The countries on whose pages an item can stand: its own, or all of them.</summary>
    private static IEnumerable<PublishedItem> Countries(Picture picture, PublishedItem item) =>
        picture.OfType(CountryPage.Type).Where(country => item.Scope == Scopes.Campaign || country.Scope == item.Scope);

    /// <summary>The pages of countries in the locales that show a text: its own before those that fall back to it, and a country's main language first.</summary>
    private static IEnumerable<ItemPage> CountryPages(Picture picture, IEnumerable<PublishedItem> countries, PublishedItem item, string locale) =>
        from country in countries
        let main = CountryLanguages.Of(picture, country.Scope) is [var first, ..] ? first : null
        from page in InOrder(picture, country.Locales.Keys, item, locale)
        orderby Distance(picture, page, locale), page != main, country.Scope
        select new ItemPage($"/{country.Scope.ToLowerInvariant()}/{page}", page, HasBudget: true);

    private static IEnumerable<string> InOrder(Picture picture, IEnumerable<string> pages, PublishedItem item, string locale) => pages
        .Where(page => locale == Variant.Neutral || Shows(picture, page, item, locale))
        .OrderBy(page => Distance(picture, page, locale));

    /// <summary>Whether a page in one language takes anything from a text in another: some field that no language before it has.</summary>
    private static bool Shows(Picture picture, string page, PublishedItem item, string locale)
    {
        var chain = picture.Locales.Chain(page).ToList();
        var before = chain.Take(chain.IndexOf(locale)).Select(one => item.Locales.GetValueOrDefault(one)).OfType<PublishedVersion>().ToList();

        return page == locale || (chain.Contains(locale)
            && item.Locales.GetValueOrDefault(locale)?.Values.All.Any(pair => before.TrueForAll(text => text.Values[pair.Key] is null)) == true);
    }

    /// <summary>How many languages a page asks before this one; -1 if it never does. What is the same in every language is near to all.</summary>
    private static int Distance(Picture picture, string page, string locale) =>
        locale == Variant.Neutral ? (page == picture.Locales.Main ? 0 : 1) : picture.Locales.Chain(page).ToList().IndexOf(locale);

    private static ItemPage Chooser(Picture picture, string locale)
    {
        var language = locale == Variant.Neutral ? picture.Locales.Main : locale;

        return new($"/?lang={language}", language);
    }

    private static bool IsReplaced(Picture picture, PublishedItem item, ItemPage page) =>
        picture.OverrideOf(item.Id, page.Path.Split('/')[1].ToUpperInvariant()) is { } own && own.Locales.ContainsKey(page.Locale);
}
