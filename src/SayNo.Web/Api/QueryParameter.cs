using SayNo.Content.Fields;
using SayNo.Content.Fields.Formats;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>A query parameter of the API: how it is called and described, and what it may be.</summary>
/// <param name="Name">In small letters.</param>
/// <param name="Description">For developers, in Markdown.</param>
public sealed record QueryParameter(string Name, string Description)
{
    public const int LimitUnlessTold = 50;
    public const int MostLimit = 200;
    public const int MostPage = 1000;
    public const int LongestWords = 100;

    public static readonly QueryParameter Country = new(
        "country", "Only what belongs to this country: an ISO 3166-1 alpha-2 code, or `EU` for what belongs to the whole campaign.");

    public static readonly QueryParameter Cursor = new(
        "cursor", "Where to go on: copied from `links.next` or `links.prev` of the answer before. It stays good while things are published.");

    public static readonly QueryParameter Kind = new("kind", "Only those of this kind.");

    public static readonly QueryParameter Limit = new(
        "limit", $"How many at most, 1 to {MostLimit}.");

    public static readonly QueryParameter Locale = new(
        "locale", "The language of the texts, a BCP 47 tag. Unless told, the main language of the site.");

    public static readonly QueryParameter Page = new(
        "page", $"Which page of the results, 1 to {MostPage}. Results are ordered anew for each question, so they have pages and no cursor.");

    public static readonly QueryParameter Words = new(
        "q", $"What to look for: words, a country or a telephone number, at most {LongestWords} characters.")
    { Example = "112" };

    /// <summary>For a parameter that must be there: something that it may be.</summary>
    public string? Example { get; init; }

    /// <summary>What the parameter may be, where that can be listed.</summary>
    /// <param name="picture">What the site has now.</param>
    /// <param name="type">Name of the content type that the endpoint reads; empty if that is in its path.</param>
    public IReadOnlyList<string> Allowed(Picture picture, string type) => Name switch
    {
        "locale" => picture.Locales.Supported,
        "country" => PublicScopes.Of(picture),
        "kind" => picture.Types.GetValueOrDefault(type)?["Kind"] is TextField { Format: ChoiceFormat { Choices: var choices } } ? choices : [],
        _ => [],
    };
}
