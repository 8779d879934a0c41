using System.Text.Json.Nodes;

namespace SayNo.ContentApi.Description;

/// <summary>Puts examples of larger things together from the examples of their parts.</summary>
/// <param name="schemas">All schemas by name.</param>
internal sealed class SchemaExamples(IReadOnlyDictionary<string, JsonObject> schemas)
{
    public JsonNode? Of(JsonObject schema) => schema switch
    {
        _ when schema["example"] is { } example => example.DeepClone(),
        _ when (string?)schema["$ref"] is { } place => Of(schemas[place[ContentSchemas.Reference.Length..]]),
        _ when schema["allOf"] is JsonArray parts => Joined(parts),
        _ when schema["enum"] is JsonArray choices => choices[0]!.DeepClone(),
        _ => OfType(schema),
    };

    private JsonNode? OfType(JsonObject schema) => (string?)schema["type"] switch
    {
        "object" => new JsonObject((schema["properties"] as JsonObject ?? []).Select(pair => KeyValuePair.Create(pair.Key, Of(pair.Value!.AsObject())))),
        "array" => schema["items"] is JsonObject items ? new JsonArray(Of(items)) : [],
        "string" => "text",
        "integer" => 1,
        "boolean" => true,
        _ => null,
    };

    private JsonObject Joined(JsonArray parts)
    {
        var whole = new JsonObject();

        foreach (var (name, value) in parts.Select(part => Of(part!.AsObject())).OfType<JsonObject>().SelectMany(part => part.ToList()))
        {
            whole[name] = value?.DeepClone();
        }

        return whole;
    }
}
