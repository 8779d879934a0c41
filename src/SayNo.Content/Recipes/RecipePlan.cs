using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>What the site will be after the recipe: the stored types and settings with the recipe's changes, and the items it brings.</summary>
internal sealed class RecipePlan
{
    public const string FeaturesSetting = "feature";

    public const string ThemesSetting = "themes";

    public RecipePlan(IEnumerable<ContentType> types, SiteSettings settings)
    {
        foreach (var type in types)
        {
            Types[type.Name] = type;
        }

        foreach (var (name, value) in settings.All)
        {
            Settings[name] = value.DeepClone();
        }

        var features = Settings.GetValueOrDefault(FeaturesSetting)?["enable"] as JsonArray ?? [];
        var themes = Settings.GetValueOrDefault(ThemesSetting) as JsonObject ?? [];
        Features = [.. features.Select(name => (string?)name ?? "")];
        Themes = themes.ToDictionary(theme => theme.Key, theme => (string?)theme.Value ?? "", StringComparer.Ordinal);
    }

    /// <summary>In the order of declaration.</summary>
    public OrderedDictionary<string, ContentType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each type of the recipe is declared.</summary>
    public Dictionary<string, (RecipeText Text, JsonObject Place)> TypePlaces { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (RecipeText Text, JsonNode Place)> DeletedTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Types whose declaration was refused: their items are not looked at, since each would be wrong for that reason alone.</summary>
    public HashSet<string> BrokenTypes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Features { get; set; }

    public Dictionary<string, string> Themes { get; }

    public SortedDictionary<string, JsonNode> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>The items as the recipe has them.</summary>
    public List<(RecipeText Text, JsonObject Item)> Content { get; } = [];

    /// <summary>The items as they were read.</summary>
    public List<ItemRow> Rows { get; } = [];

    public Locales Locales => new SiteSettings(Settings).Locales;

    /// <summary>The settings to store, with the modules and themes that the steps chose.</summary>
    public IReadOnlyDictionary<string, JsonNode> AllSettings()
    {
        var all = new SortedDictionary<string, JsonNode>(Settings, StringComparer.Ordinal);

        if (Features.Count > 0 || all.ContainsKey(FeaturesSetting))
        {
            all[FeaturesSetting] = new JsonObject
            {
                ["enable"] = new JsonArray([.. Features.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
            };
        }

        if (Themes.Count > 0)
        {
            all[ThemesSetting] = new JsonObject(Themes.OrderByDescending(theme => theme.Key, StringComparer.Ordinal)
                .Select(theme => KeyValuePair.Create(theme.Key, (JsonNode?)theme.Value)));
        }

        return all;
    }
}
