using SayNo.Campaign.Countries;
using SayNo.Campaign.Texts;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Finding;

namespace SayNo.Campaign;

/// <summary>The pages of the campaign for the sitemaps: one sitemap per country, and one of what is the same everywhere.</summary>
internal sealed class PagesToFind(CountryViews views) : ListedPages
{
    private const string Everywhere = "campaign";

    // No text can have these for its name.
    private const string Advice = "/";
    private const string Film = "/film";

    // These stand at the address of a text of the same name.
    private static readonly string[] OwnPages = ["/accessibility", "/sources"];

    public override IReadOnlyCollection<string> MadeOf { get; } = [.. CountryView.MadeOf, ContentPage.Type];

    public override IEnumerable<ListedPage> Of(Picture picture) =>
    [
        .. Countries(picture).SelectMany(view => OfCountry(picture, view)),
        .. Choosers(picture),
        .. Texts(picture),
        .. PartnerLists(picture),
    ];

    private IEnumerable<CountryView> Countries(Picture picture) =>
        from item in picture.OfType(CountryPage.Type)
        from locale in item.Locales.Keys
        let view = views.Find(picture, item.Scope, locale)
        where view is not null
        select view;

    private static IEnumerable<ListedPage> OfCountry(Picture picture, CountryView view)
    {
        var code = view.Country.Code.ToLowerInvariant();
        var page = new ListedPage($"/{code}/{view.Locale}", code, view.PublishedAt)
        {
            Cluster = Advice,
            Hreflangs = LanguageTags.InCountry(view.Locale, code) is { } tag ? [tag] : [],
        };

        yield return page;

        if (view.Film?.IsToSee == true)
        {
            yield return page with { Path = $"{page.Path}/film", Cluster = Film };
        }

        foreach (var own in OwnPages)
        {
            yield return page with { Path = page.Path + own, Cluster = $"/{code}{own}" };
        }

        foreach (var text in OwnTexts(picture, view))
        {
            yield return page with { Path = $"{page.Path}/{text.Slug}", Cluster = $"/{code}/{text.Slug}", ChangedAt = text.PublishedAt };
        }
    }

    /// <summary>What the country itself has written; the campaign's text within a country is found under the campaign's own address.</summary>
    private static IEnumerable<ResolvedContent> OwnTexts(Picture picture, CountryView view) => picture.OfType(ContentPage.Type)
        .Select(item => item.Slug).Distinct().Where(slug => !OwnPages.Contains($"/{slug}"))
        .Select(slug => CountryText.Resolve(picture, view.Country.Code, view.Locale, slug)).OfType<ResolvedContent>()
        .Where(content => content.Scope == view.Country.Code && !ContentPage.Of(content).Body.IsFallback);

    /// <summary>
    /// The list of countries, for those whose country has no page in their language: in each language, and in the one that the browser asks for.
    /// </summary>
    private static IEnumerable<ListedPage> Choosers(Picture picture)
    {
        var changedAt = Newest(picture.OfType(CountryPage.Type));

        return picture.Locales.Supported.Select(locale => InLanguage(Advice, locale, $"/?lang={locale}", changedAt))
            .Prepend(new("/", Everywhere, changedAt) { Cluster = Advice, Hreflangs = [ListedPage.Everybody] });
    }

    private static IEnumerable<ListedPage> Texts(Picture picture) =>
        from item in picture.OfType(ContentPage.Type, Scopes.Campaign)
        from locale in item.Locales.Keys
        let content = Resolver.Find(picture, item, locale)
        where content is not null
        select ForAll(picture, InLanguage(item.Slug, locale, $"/{item.Slug}/{locale}", content.PublishedAt), locale);

    private static IEnumerable<ListedPage> PartnerLists(Picture picture)
    {
        var changedAt = Newest(picture.OfType("Partner"));

        return picture.Locales.Supported.Select(locale => ForAll(picture, InLanguage("partners", locale, $"/partners/{locale}", changedAt), locale));
    }

    private static ListedPage InLanguage(string cluster, string locale, string path, DateTime? changedAt) => new(path, Everywhere, changedAt)
    {
        Cluster = cluster,
        Hreflangs = LanguageTags.Anywhere(locale) is { } tag ? [tag] : [],
    };

    /// <summary>Where no page takes the browser's language, the one in the site's main language is for everybody else.</summary>
    private static ListedPage ForAll(Picture picture, ListedPage page, string locale) =>
        locale == picture.Locales.Main ? page with { Hreflangs = [.. page.Hreflangs, ListedPage.Everybody] } : page;

    private static DateTime? Newest(IEnumerable<PublishedItem> items) => items
        .SelectMany(item => item.Locales.Values.Append(item.Neutral)).Max(version => version?.PublishedAt);
}
