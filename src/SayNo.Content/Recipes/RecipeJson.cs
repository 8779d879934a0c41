using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>How recipes are written: readable letters instead of escapes, moments in UTC.</summary>
internal static class RecipeJson
{
    /// <summary>Every moment that Orchard Core writes, with none to seven digits of a second.</summary>
    public static string[] MomentForms { get; } =
        [.. new[] { "", ".f", ".ff", ".fff", ".ffff", ".fffff", ".ffffff", ".fffffff" }.Select(digits => $"yyyy-MM-ddTHH:mm:ss{digits}K")];

    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonSerializerOptions Options = new() { Encoder = Encoder };

    /// <summary>JSON that this program has written itself.</summary>
    public static JsonObject ObjectOf(string json) =>
        JsonNode.Parse(json) as JsonObject ?? throw new JsonException("The stored JSON is no object.");

    public static string Compact(JsonNode node) => node.ToJsonString(Options);
}
