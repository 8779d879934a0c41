using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MakeRecipe;

/// <summary>The recipes of the product as text, in Orchard Core's form.</summary>
internal static class Recipe
{
    private static readonly string[] Types = ["Step", "CountryContact", "Film", "Partner", "CountryPage", "Page", "Fact", "Alert", "AlertTemplate"];

    private static readonly string[] Modules = ["Campaign", "ContentApi", "Search", "Accounts", "Media", "Admin"];

    private static readonly string[] Locales =
    [
        "en", "ar", "bg", "bs", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it",
        "lt", "lv", "mk", "mt", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sr", "sr-Latn", "sv", "uk",
    ];

    // Neutral, the same for everybody, and in nobody's history a surprise. The first is the one taken if a country names none.
    private static readonly string[] ExitTargets =
        ["https://www.wikipedia.org/", "https://www.bbc.com/weather", "https://www.yr.no/", "https://www.openstreetmap.org/"];

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Campaign(IEnumerable<string> parts) => Text(
        "saynocampaign",
        "The #SayNo campaign",
        "The campaign against the sexual extortion of children: all countries, contacts, steps, films, partners and facts.",
        isSetup: true,
        [Feature(), Themes(), Settings(), Include([.. Types, .. parts.Select(PartName)])]);

    public static string Blank() => Text(
        "blank",
        "A blank site",
        "The campaign's content types, languages and settings, and no content.",
        isSetup: true,
        [Feature(), Themes(), Settings(), Include(Types)]);

    public static string OfItems(string part, IReadOnlyList<Item> items) => Text(
        PartName(part),
        $"The #SayNo campaign: {part}",
        "Made from data/campaign by scripts/make-recipe.cs: change the data, not this file.",
        isSetup: false,
        [new() { ["name"] = "content", ["data"] = new JsonArray([.. items.SelectMany(item => item.ToOrchard())]) }]);

    private static string PartName(string part) => $"campaign-{part}";

    private static string Text(string name, string displayName, string description, bool isSetup, JsonObject[] steps)
    {
        var recipe = new JsonObject
        {
            ["name"] = name,
            ["displayName"] = displayName,
            ["description"] = description,
            ["author"] = "SayNo campaign",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = isSetup,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["variables"] = new JsonObject(),
            ["steps"] = new JsonArray([.. steps]),
        };

        return recipe.ToJsonString(Format) + "\n";
    }

    private static JsonObject Feature() => new() { ["name"] = "feature", ["enable"] = Strings(Modules) };

    private static JsonObject Themes() => new() { ["name"] = "themes", ["site"] = "SayNo", ["admin"] = "SayNo" };

    private static JsonObject Settings() => new()
    {
        ["name"] = "settings",
        ["LocalizationSettings"] = new JsonObject { ["DefaultCulture"] = "en", ["SupportedCultures"] = Strings(Locales) },
        ["SayNoLocalizationSettings"] = new JsonObject
        {
            // Every other locale falls back to the default one without being listed.
            ["Fallbacks"] = new JsonObject
            {
                ["bs"] = Strings("hr", "en"),
                ["ga"] = Strings("en"),
                ["sr-Latn"] = Strings("sr", "en"),
            },
        },
        ["SayNoCampaignSettings"] = new JsonObject { ["ExitTargets"] = Strings(ExitTargets) },
    };

    private static JsonObject Include(IEnumerable<string> recipes) => new()
    {
        ["name"] = "recipes",
        ["Values"] = new JsonArray([.. recipes.Select(name => new JsonObject { ["executionid"] = "SayNo", ["name"] = name })]),
    };

    private static JsonArray Strings(params IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
