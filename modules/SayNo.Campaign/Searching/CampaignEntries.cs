using SayNo.Campaign.Choosing;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Countries;
using SayNo.Campaign.Films;
using SayNo.Campaign.Partners;
using SayNo.Campaign.Steps;
using SayNo.Campaign.Texts;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Localization;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Campaign.Searching;

/// <summary>Puts together what there is to find of the campaign in one language.</summary>
internal sealed class CampaignEntries(Picture picture, string locale, PoLocalizer texts)
{
    private const string LastResortForFilms = "en";

    private readonly Dictionary<string, ChooserCountry> _countries = picture.OfType(CountryPage.Type)
        .Select(item => ChooserMaker.Country(picture, item, locale)).OfType<ChooserCountry>()
        .DistinctBy(country => country.Code).ToDictionary(country => country.Code, StringComparer.Ordinal);

    public IEnumerable<SearchEntry> All() => [.. Countries(), .. Contacts(), .. Steps(), .. Pages(), .. Films(), .. PartnerEntries()];

    private IEnumerable<SearchEntry> Countries() =>
        from item in picture.OfType(CountryPage.Type)
        where _countries.ContainsKey(item.Scope)
        let country = _countries[item.Scope]
        select Entry(FoundKind.Country, item, Name(country), PagePath(country)) with
        {
            IsPlace = true,
            Keywords = [.. CountryNames.Of(country.Code, picture.Locales), country.EnglishName, .. country.Names.Select(one => one.Text), country.Code],
        };

    /// <summary>Contacts of countries that speak the language before others, and those for every country first.</summary>
    private IEnumerable<SearchEntry> Contacts() =>
        from item in picture.OfType("CountryContact")
        where item.Scope == Scopes.Campaign || _countries.ContainsKey(item.Scope)
        let content = Resolver.Resolve(picture, item, locale)
        where content is not null
        let contact = CountryContact.Of(content, DateTime.UnixEpoch)
        orderby Distance(item.Scope), item.Scope, ContactKind.InOrder.ToList().IndexOf(contact.Kind), item.Order
        select Entry(FoundKind.Contact, item, new(contact.Organisation, "", IsFallback: false), PathOf(item.Scope, "#help")) with
        {
            Country = _countries.TryGetValue(item.Scope, out var country) ? Name(country) : null,
            Text = contact.Notes ?? contact.HoursNote,
            Keywords = [.. KindWords(contact), .. CountryWords(item.Scope), .. HostWords(contact.Website, contact.Chat)],
            Phone = contact.Phone,
            IsInOrder = true,
            AfterCountry = "#help",
        };

    private IEnumerable<SearchEntry> Steps() =>
        from item in picture.OfType("Step")
        let step = Step(picture, item, locale)
        where step is not null
        select Entry(FoundKind.Step, item, step.Title, PathOf(item.Scope, "#do")) with
        {
            Text = step.Summary with { Text = $"{step.Summary.Text} {MarkdownText.Plain(step.Body?.Text ?? "")}" },
            Keywords = [.. Hidden(item), .. item.OverrideOf is { } id && picture.Find(id) is { } original ? Hidden(original) : []],
            AfterCountry = "#do",
            IsInOrder = true,
            IsOnlyAtHome = item.Scope != Scopes.Campaign,
            ReplacedIn = ReplacedIn(item),
        };

    private IEnumerable<SearchEntry> Pages() =>
        from item in picture.OfType(ContentPage.Type)
        let slug = item.OverrideOf is { } id ? picture.Find(id)?.Slug ?? item.Slug : item.Slug
        let content = PageOf(item, slug)
        where content is not null
        let page = ContentPage.Of(content)
        let own = _countries.GetValueOrDefault(item.Scope)
        select Entry(FoundKind.Page, item, page.Title, own is null ? $"/{slug}/{locale}" : $"{PagePath(own)}/{slug}") with
        {
            Text = page.Body with { Text = MarkdownText.Plain(page.Body.Text) },
            Keywords = [.. Hidden(item)],
            AfterCountry = $"/{slug}",
            IsOnlyAtHome = own is not null,
            ReplacedIn = [.. ReplacedIn(item), .. own is null ? _countries.Keys.Where(code => picture.Find(ContentPage.Type, code, slug) is not null) : []],
        };

    /// <summary>A text of the campaign by itself, or of a country within that country, in a language in which it was published.</summary>
    private ResolvedContent? PageOf(PublishedItem item, string slug) =>
        item.Scope == Scopes.Campaign ? Resolver.Find(picture, item, locale)
        : _countries.ContainsKey(item.Scope) && item.Locales.ContainsKey(locale) ? CountryText.Resolve(picture, item.Scope, locale, slug)
        : null;

    /// <summary>To visitors there is one film: which version a country shows is its page's choice.</summary>
    private IEnumerable<SearchEntry> Films()
    {
        var films = picture.OfType("Film").Where(item => _countries.ContainsKey(item.Scope))
            .Select(item => (Item: item, Content: Resolver.Resolve(picture, item, locale)))
            .Where(one => one.Content is not null).Select(one => (one.Item, Film: Film.Of(one.Content!)))
            .OrderBy(one => Distance(one.Item.Scope)).ToList();
        var understood = films.Where(one => SpokenLanguage.IsSame(one.Film.Language, locale))
            .Concat(films.Where(one => SpokenLanguage.IsSame(one.Film.Language, LastResortForFilms)));

        return from one in understood.Take(1)
               let isForeign = !SpokenLanguage.IsSame(one.Film.Language, locale)
               let says = isForeign ? texts["The film is in this language: {0}", LocaleNames.In(one.Film.Language, locale)] : texts["The film shows how it happens."]
               select Entry(FoundKind.Film, one.Item, new(texts["Watch the film"], locale, IsFallback: false), PathOf(one.Item.Scope, "/film")) with
               {
                   Scope = Scopes.Campaign,
                   Text = new(says, locale, IsFallback: false),
                   Keywords = [texts["The film"], one.Film.Title, "film", "video"],
                   AfterCountry = "/film",
               };
    }

    private IEnumerable<SearchEntry> PartnerEntries() =>
        from item in picture.OfType("Partner")
        let content = Resolver.Resolve(picture, item, locale)
        where content is not null
        let partner = Partner.Of(content)
        select Entry(FoundKind.Partner, item, new(partner.Name, "", IsFallback: false), $"/partners/{locale}") with
        {
            Text = partner.Role,
            Keywords = [.. HostWords(partner.Website), texts["Partners"]],
            AfterCountry = "/partners",
        };

    /// <summary>A step as its scope words it; null if it is not public there in the language.</summary>
    public static Step? Step(Picture picture, PublishedItem item, string locale)
    {
        var original = item.OverrideOf is { } id ? picture.Find(id) : item;
        var isPublic = item.OverrideOf is not null ? item.Locales.ContainsKey(locale)
            : item.Scope == Scopes.Campaign || Resolver.Find(picture, item, locale) is not null;

        return isPublic && original is not null && Overrides.Resolve(picture, original, item.Scope, locale) is { } content
            ? Campaign.Steps.Step.Of(content)
            : null;
    }

    private static SearchEntry Entry(string kind, PublishedItem item, LocalizedText title, string path) => new()
    {
        Kind = kind,
        ItemId = item.Id,
        Scope = item.Scope,
        Title = title,
        Path = path,
    };

    /// <summary>Words that no page shows, so that no document has them: those of the language, and those that it falls back to.</summary>
    private IEnumerable<string> Hidden(PublishedItem item) =>
        picture.Locales.Chain(locale).Select(one => item.Locales.GetValueOrDefault(one)?.Values.Text("Keywords")).OfType<string>();

    private static IEnumerable<string> HostWords(params IEnumerable<Link?> links) =>
        links.OfType<Link>().SelectMany(link => Uri.TryCreate(link.Url, UriKind.Absolute, out var url) ? url.Host.Split('.').SkipLast(1) : []).Where(part => part != "www");

    private IEnumerable<string> KindWords(CountryContact contact) => contact.Kind switch
    {
        ContactKind.PoliceReport => [texts["Police"], texts["Report it to the police"], "police"],
        ContactKind.ChildHelpline => [texts["Child helpline"], texts["Talk to someone"], "helpline"],
        ContactKind.Hotline => [texts["Report illegal images"], "hotline"],
        ContactKind.MissingChildren => [texts["Missing children"]],
        _ => [texts["Get images removed"]],
    };

    private IEnumerable<string> CountryWords(string scope) => _countries.TryGetValue(scope, out var country)
        ? [CountryNames.In(scope, locale) ?? "", country.EnglishName, .. country.Names.Select(name => name.Text), scope]
        : [];

    private HashSet<string> ReplacedIn(PublishedItem item) => item.Scope == Scopes.Campaign
        ? [.. _countries.Keys.Where(code => picture.OverrideOf(item.Id, code)?.Locales.ContainsKey(locale) == true)]
        : [];

    private LocalizedText Name(ChooserCountry country) =>
        (country.Names.FirstOrDefault(name => name.Locale == locale) ?? country.Names[0]) is var name ? new(name.Text, name.Locale, IsFallback: false) : default;

    private string PathOf(string scope, string after) =>
        _countries.TryGetValue(scope, out var country) ? PagePath(country) + after : $"/?lang={locale}";

    // Names are there once, so a second language with the same name is found among the public locales only.
    private string PagePath(ChooserCountry country) =>
        picture.OfType(CountryPage.Type, country.Code).Any(item => item.Locales.ContainsKey(locale)) ? $"/{country.Code.ToLowerInvariant()}/{locale}" : country.Names[0].Path;

    /// <summary>How far a country is from a reader of the language: it is at home there, it is spoken there, or it is not.</summary>
    private int Distance(string scope) =>
        !_countries.TryGetValue(scope, out var country) ? -1
        : country.Names[0].Locale == locale ? 0
        : PagePath(country) != country.Names[0].Path ? 1
        : 2;
}
