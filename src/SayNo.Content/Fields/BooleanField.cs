using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>Yes or no; a missing value means that nobody knows.</summary>
public sealed record BooleanField : Field
{
    public override string Kind => "BooleanField";

    public override Control Control => Control.Checkbox;

    public override JsonNode? Parse(string text) => bool.TryParse(text, out var value) ? JsonValue.Create(value) : null;

    public override JsonNode? FromOrchard(JsonObject members) => members["Value"] is null
        ? null
        : members["Value"]!.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? members["Value"]!.DeepClone()
            : throw new FormatException("\"Value\" must be true or false.");

    public override JsonObject ToOrchard(JsonElement value) => new() { ["Value"] = value.GetBoolean() };

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    protected override bool HasStoredForm(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;
}
