using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Fields;

/// <summary>A list of texts in an order, each different from the others.</summary>
public sealed record MultiTextField : Field
{
    /// <summary>What each of the texts must be.</summary>
    public Format? Format { get; init; }

    public override string Kind => "MultiTextField";

    public override Control Control => Control.List;

    public override JsonNode? Parse(string text) => new JsonArray(
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonValue.Create(Format?.Normalize(line) ?? line)),
    ]);

    public override JsonNode? FromOrchard(JsonObject members) => members.Texts("Values");

    public override JsonObject ToOrchard(JsonElement value) => new() { ["Values"] = JsonNode.Parse(value.GetRawText()) };

    public override JsonObject Schema()
    {
        var items = new JsonObject { ["type"] = "string" };
        Format?.Describe(items);

        return new() { ["type"] = "array", ["items"] = items, ["uniqueItems"] = true };
    }

    public override string SearchText(JsonElement value) => string.Join(' ', value.EnumerateArray().Select(text => text.GetString()));

    protected override bool HasStoredForm(JsonElement value) => value.IsListOfTexts();

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        var texts = value.EnumerateArray().Select(text => text.GetString()!).ToList();

        foreach (var twice in texts.GroupBy(text => text).Where(group => group.Count() > 1))
        {
            yield return $"{Label} has \"{twice.Key}\" more than once. Please remove one.";
        }

        foreach (var text in texts)
        {
            if (text.Length == 0 || TextSigns.FirstForbidden(text) is not null)
            {
                yield return $"{Label} has an entry that is empty or has an invisible control character. Please type it again.";
            }
            else if (Format?.Problem(Label, text, scope) is { } sentence)
            {
                yield return sentence;
            }
        }
    }
}
