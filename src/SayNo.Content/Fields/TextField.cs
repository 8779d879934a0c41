using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Fields;

/// <summary>A text without markup, or of a format such as a telephone number.</summary>
public sealed record TextField : TextualField
{
    public Format? Format { get; init; }

    public override string Kind => "TextField";

    public override Control Control => Format?.Control ?? (Localized && MaxLength is null or > 120 ? Control.TextArea : Control.Text);

    protected override string Member => "Text";

    public override JsonNode? Parse(string text) => JsonValue.Create(Format?.Normalize(text) ?? text);

    public override JsonObject Schema()
    {
        var schema = base.Schema();
        Format?.Describe(schema);

        return schema;
    }

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        foreach (var problem in base.Check(value, scope))
        {
            yield return problem;
        }

        if (Format?.Problem(Label, value.GetString()!, scope) is { } sentence)
        {
            yield return sentence;
        }
    }
}
