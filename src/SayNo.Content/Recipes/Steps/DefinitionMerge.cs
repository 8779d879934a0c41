using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Adds a declaration to one that exists: settings are merged, parts and fields of the same name altered, new ones appended.</summary>
internal static class DefinitionMerge
{
    private static readonly Dictionary<string, string> ListKeys = new(StringComparer.Ordinal)
    {
        ["ContentTypes"] = "Name",
        ["ContentParts"] = "Name",
        ["ContentTypePartDefinitionRecords"] = "Name",
        ["ContentPartFieldDefinitionRecords"] = "Name",
    };

    public static JsonObject Of(JsonObject declared, JsonObject told)
    {
        var merged = (JsonObject)declared.DeepClone();

        foreach (var (name, value) in told)
        {
            merged[name] = (merged[name], value) switch
            {
                (JsonObject before, JsonObject after) => Of(before, after),
                (JsonArray before, JsonArray after) when ListKeys.TryGetValue(name, out var key) => Of(before, after, key),
                _ => value?.DeepClone(),
            };
        }

        return merged;
    }

    private static JsonArray Of(JsonArray declared, JsonArray told, string key)
    {
        var merged = declared.Select(entry => entry?.DeepClone()).ToList();

        foreach (var entry in told)
        {
            var index = merged.FindIndex(one => one is not null && entry is not null && JsonNode.DeepEquals(one[key], entry[key]));

            if (index < 0)
            {
                merged.Add(entry?.DeepClone());
            }
            else if (merged[index] is JsonObject before && entry is JsonObject after)
            {
                merged[index] = Of(before, after);
            }
        }

        return new JsonArray([.. merged]);
    }
}
