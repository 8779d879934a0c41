using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SayNo.Campaign.Countries;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>Countries as JSON: the list to choose from, one of them, and its whole page in one language.</summary>
internal static class CountryEndpoints
{
    private const string Path = "/api/v1/countries";

    private static readonly (string, string) CodePart = ("ISO 3166-1 alpha-2, or XK for Kosovo*.", "DE");

    private static readonly ApiOperation Countries = new("Country")
    {
        Type = CountryPage.Type,
        IsList = true,
        Parameters = [QueryParameter.Cursor, QueryParameter.Limit, QueryParameter.Locale],
        Schemas = CountrySchemas.All,
    };

    private static readonly ApiOperation Country = new("Country")
    {
        Type = CountryPage.Type,
        Parameters = [QueryParameter.Locale],
        Path = new Dictionary<string, (string, string)> { ["code"] = CodePart },
    };

    private static readonly ApiOperation Page = new("CountryView")
    {
        Type = CountryPage.Type,
        Path = new Dictionary<string, (string, string)> { ["code"] = CodePart, ["locale"] = ("One of the country's `locales`, a BCP 47 tag.", "de") },
    };

    public static void MapCountryApi(this IEndpointRouteBuilder api)
    {
        var countries = api.MapGroup("/countries").WithTags("Countries");

        countries.MapMethods("", ReadRoutes.Methods, List).WithMetadata(Countries).WithName("ListCountries").WithSummary("All countries")
            .WithDescription("Each in the language you ask for, if its page is public in it, else in its main language: `locale` in each says which.");
        countries.MapMethods("/{code}", ReadRoutes.Methods, Get).WithMetadata(Country).WithName("GetCountry").WithSummary("One country")
            .WithDescription("In the language you ask for, if its page is public in it, else in its main language. `pages` leads to the whole pages.");
        countries.MapMethods("/{code}/{locale}", ReadRoutes.Methods, GetPage).WithMetadata(Page).WithName("GetCountryPage").WithSummary("A country's whole page in one language")
            .WithDescription("Everything that the public page shows, put together in its order: alerts, steps, contacts by kind, the film and the partners.");
    }

    private static Task List(ApiRequest request) => new DocumentList(Path, CountryPage.Type, request.Picture.OfType(CountryPage.Type))
    {
        Schema = "Country",
        Holds = (_, item, _) => !item.Locales.IsEmpty,
        Resolve = Resolve,
        Write = (json, content) => CountryJson.Write(json, CountryPage.Of(content)),
    }.AnswerAsync(request);

    private static Task Get(string code, ApiRequest request)
    {
        if (Find(request.Picture, code) is not { } item || Resolve(request.Picture, item, request.AskedLocale ?? "") is not { } content)
        {
            return request.RefuseAsync(UnknownCountry(request.Picture));
        }

        var country = CountryPage.Of(content);
        var path = $"{Path}/{country.Code}";

        return request.AnswerAsync(path, () => Envelope.Of(
            [item.Id],
            [new("self", path + request.QueryWith(null)), .. Pages(country), ApiLink.DescribedBy("Country")],
            json => CountryJson.Write(json, country),
            json => json.WriteString("locale"u8, content.Locale)));
    }

    private static Task GetPage(string code, string locale, ApiRequest request, CountryViews views)
    {
        var picture = request.Picture;

        if (Find(picture, code) is not { } item)
        {
            return request.RefuseAsync(UnknownCountry(picture));
        }

        if (picture.Locales.Find(locale) is not { } found || views.Find(picture, item.Scope, found) is not { } view)
        {
            return request.RefuseAsync(ApiProblem.NotFound(
                $"The page of {item.Scope} is not public in this locale. It is in: {string.Join(", ", item.Locales.Keys)}.", "locale", [.. item.Locales.Keys]));
        }

        return request.AnswerAsync($"{Path}/{item.Scope}/{found}", () => Envelope.Of(
            CountryView.MadeOf,
            [
                new("self", $"{Path}/{item.Scope}/{found}"),
                .. Pages(view.Country).Where(link => link.Locale != found),
                new("alternate", $"/{item.Slug}/{found}") { Locale = found, MediaType = "text/html" },
                ApiLink.DescribedBy("CountryView"),
            ],
            json => CountryJson.Write(json, view),
            json => json.WriteString("locale"u8, found)) with
        { ChangedAt = view.ChangedAt, ValidUntil = view.ValidUntil });
    }

    private static PublishedItem? Find(Picture picture, string code) =>
        CountryViews.CountryOf(picture, code.ToUpperInvariant()) is { Locales.Count: > 0 } item ? item : null;

    /// <summary>A country has pages in its own languages only, so a list in another one shows it in its main one.</summary>
    private static ResolvedContent? Resolve(Picture picture, PublishedItem item, string locale) =>
        Resolver.Find(picture, item, locale)
        ?? (Resolver.Resolve(picture, item, item.Locales.Keys.First()) is { } any ? Resolver.Find(picture, item, CountryPage.Of(any).PublicLocales[0]) : null);

    private static IEnumerable<ApiLink> Pages(CountryPage country) =>
        country.PublicLocales.Select(locale => new ApiLink("alternate", CountryJson.PageOf(country, locale)) { Locale = locale });

    private static ApiProblem UnknownCountry(Picture picture)
    {
        var codes = picture.OfType(CountryPage.Type).Where(item => !item.Locales.IsEmpty).Select(item => item.Scope).ToList();

        return ApiProblem.NotFound($"There is no country with this code. There are: {string.Join(", ", codes)}.", "code", codes);
    }
}
