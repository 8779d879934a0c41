using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>Reads the members of Orchard Core's fields; a null member is a missing one.</summary>
internal static class OrchardMembers
{
    /// <exception cref="FormatException">The member is there and of another kind.</exception>
    public static JsonNode? Value(this JsonObject members, string name, JsonValueKind kind, string expected) =>
        members[name] is not { } node
            ? null
            : node.GetValueKind() == kind
                ? node.DeepClone()
                : throw new FormatException($"\"{name}\" must be {expected}.");

    public static JsonNode? Text(this JsonObject members, string name) => members.Value(name, JsonValueKind.String, "a text");

    public static JsonArray? Texts(this JsonObject members, string name)
    {
        var list = members.Value(name, JsonValueKind.Array, "a list of texts") as JsonArray;

        return list?.All(node => node?.GetValueKind() == JsonValueKind.String) != false
            ? list
            : throw new FormatException($"\"{name}\" must be a list of texts.");
    }

    public static bool IsListOfTexts(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String);
}
