using System.Text.Json.Nodes;

namespace SayNo.Content;

/// <summary>The settings of the site, by name, as recipes write them and modules read them.</summary>
public sealed class SiteSettings(IReadOnlyDictionary<string, JsonNode> all)
{
    public static SiteSettings Empty { get; } = new(new Dictionary<string, JsonNode>());

    /// <summary>Every setting, by its name in the recipe's <c>settings</c> step, in ordinal order. To be read only.</summary>
    public IReadOnlyDictionary<string, JsonNode> All { get; } = new SortedDictionary<string, JsonNode>(all.ToDictionary(), StringComparer.Ordinal);

    public Locales Locales { get; } = Locales.From(
        all.GetValueOrDefault("LocalizationSettings") as JsonObject,
        all.GetValueOrDefault("SayNoLocalizationSettings") as JsonObject);
}
