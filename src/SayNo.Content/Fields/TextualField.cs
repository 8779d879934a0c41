using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>What the kinds whose value is one text have in common.</summary>
public abstract record TextualField : Field
{
    /// <summary>The most characters (Unicode code points) it may have; none if it may be as long as it likes.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The member of Orchard Core's field that holds the text.</summary>
    protected abstract string Member { get; }

    public override JsonNode? Parse(string text) => JsonValue.Create(text);

    public override JsonNode? FromOrchard(JsonObject members) => members.Text(Member);

    public override JsonObject ToOrchard(JsonElement value) => new() { [Member] = value.GetString() };

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "string" };

        if (MaxLength is { } most)
        {
            schema["maxLength"] = most;
        }

        return schema;
    }

    public override string SearchText(JsonElement value) => value.GetString() ?? "";

    protected override bool HasStoredForm(JsonElement value) => value.ValueKind == JsonValueKind.String;

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        var text = value.GetString()!;

        if (TextSigns.FirstForbidden(text) is { } forbidden)
        {
            yield return $"{Label} contains an invisible control character (U+{(int)forbidden:X4}). Please type the text again without it.";
        }

        var length = text.EnumerateRunes().Count();

        if (length > MaxLength)
        {
            yield return $"{Label} has {length} characters; at most {MaxLength} fit. Please shorten it.";
        }
    }
}
