using System.Text.Json.Nodes;

namespace SayNo.Testing;

/// <summary>The pages that the campaign's recipe asks for, read from the recipe itself and not from the site under test.</summary>
public static class CampaignPages
{
    /// <summary>Every country in every language that it has.</summary>
    public static IReadOnlyList<CountryAddress> Countries { get; } =
    [
        .. Items("countries").Select(item => new CountryAddress((string)item["SayNoPart"]!["Scope"]!, (string)item["LocalizationPart"]!["Culture"]!))
            .OrderBy(address => address.Path, StringComparer.Ordinal),
    ];

    /// <summary>The languages that have a page in some country.</summary>
    public static IReadOnlyList<string> Locales { get; } =
        [.. Items("pages").Select(item => (string)item["LocalizationPart"]!["Culture"]!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The slugs of the pages that every language has: about, privacy ...</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. Items("pages").GroupBy(item => (string)item["SayNoPart"]!["Slug"]!).Where(page => page.Count() == Locales.Count).Select(page => page.Key).Order(StringComparer.Ordinal)];

    /// <summary>Each of them in each language.</summary>
    public static IEnumerable<string> TextPaths => Texts.SelectMany(slug => Locales.Select(locale => $"/{slug}/{locale}"));

    /// <summary>The neutral sites that "leave this site" may lead to.</summary>
    public static IReadOnlyList<string> NeutralSites { get; } =
    [
        .. Steps("saynocampaign.recipe.json").Select(step => step["SayNoCampaignSettings"]?["ExitTargets"]).OfType<JsonArray>()
            .SelectMany(targets => targets).Select(target => (string)target!),
    ];

    /// <summary>The items of one part of the campaign's recipe.</summary>
    public static IEnumerable<JsonNode> Items(string part) =>
        Steps($"campaign/{part}.recipe.json").Where(step => (string?)step["name"] == "content")
            .SelectMany(step => step["data"]!.AsArray()).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Steps(string recipe) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(HostProgram.Folder, "recipes", recipe)))!["steps"]!.AsArray().OfType<JsonNode>();
}

/// <summary>One country in one language.</summary>
public sealed record CountryAddress(string Country, string Locale)
{
    public string Path => $"/{Country.ToLowerInvariant()}/{Locale}";

    public string FilmPath => $"{Path}/film";
}
