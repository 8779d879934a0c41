using System.Text.Json;

namespace SayNo.Content;

/// <summary>The values of one version, by field name. Immutable, and safe to read from many threads.</summary>
public sealed class ContentValues
{
    private readonly JsonElement _root;

    private ContentValues(JsonElement root) => _root = root;

    public static ContentValues Empty { get; } = Parse("{}");

    /// <param name="json">A JSON object: field name to stored value.</param>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static ContentValues Parse(string json)
    {
        var root = JsonElement.Parse(json);

        return root.ValueKind == JsonValueKind.Object ? new(root) : throw new JsonException("The values of a version must be a JSON object.");
    }

    public JsonElement? this[string field] => _root.TryGetProperty(field, out var value) ? value : null;

    public IEnumerable<KeyValuePair<string, JsonElement>> All =>
        _root.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value));

    /// <summary>Whether both say the same, whatever the order of their fields and the spelling of their JSON.</summary>
    public bool Same(ContentValues other) => JsonElement.DeepEquals(_root, other._root);

    /// <summary>Whether two values of a field, or their absence, say the same.</summary>
    public static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null && other is null;

    /// <summary>The same JSON text that was parsed.</summary>
    public override string ToString() => _root.GetRawText();
}
