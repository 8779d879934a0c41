using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>What the kinds that point to other items have in common.</summary>
public abstract record ItemPickerField : Field
{
    public bool Multiple { get; init; }

    /// <summary>Names of the types to pick from; all if empty.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    public override Control Control => Control.ItemPicker;

    /// <summary>The member of Orchard Core's field that holds the ids.</summary>
    protected abstract string Member { get; }

    public override JsonNode? Parse(string text) => new JsonArray(
        [.. text.Split([' ', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => JsonValue.Create(id))]);

    public override JsonNode? FromOrchard(JsonObject members) => members.Texts(Member);

    public override JsonObject ToOrchard(JsonElement value) => new() { [Member] = JsonNode.Parse(value.GetRawText()) };

    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = ContentId.Length, ["maxLength"] = ContentId.Length },
    };

    public override IEnumerable<string> References(JsonElement value) => value.EnumerateArray().Select(id => id.GetString()!);

    protected override bool HasStoredForm(JsonElement value) => value.IsListOfTexts();

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        if (!Multiple && value.GetArrayLength() > 1)
        {
            yield return $"{Label} points to one item. Please remove the others.";
        }

        foreach (var id in References(value).Where(id => !ContentId.IsValid(id)))
        {
            yield return $"{Label}: \"{id}\" is no id of an item.";
        }
    }
}

/// <summary>Other items, by their ids.</summary>
public sealed record ContentPickerField : ItemPickerField
{
    public override string Kind => "ContentPickerField";

    protected override string Member => "ContentItemIds";
}

/// <summary>Other items in all their languages: Orchard Core's localization sets are our items.</summary>
public sealed record LocalizationSetContentPickerField : ItemPickerField
{
    public override string Kind => "LocalizationSetContentPickerField";

    protected override string Member => "LocalizationSets";
}
