using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>A named value of a content type. One derived record per field kind; it holds its settings and knows its values.</summary>
public abstract record Field
{
    public required string Name { get; init; }

    /// <summary>What editors read beside the field.</summary>
    public string? DisplayName { get; init; }

    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>True if each locale has its own value; else it is stored once, in the neutral variant.</summary>
    public bool Localized { get; init; }

    /// <summary>True for what editors tell each other: it is kept and exported, but no page and no API answer ever holds it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>True if nobody may approve or publish a value of it that they changed themselves.</summary>
    public bool FourEyes { get; init; }

    public string Label => DisplayName ?? Name;

    /// <summary>Orchard Core's name of the kind, such as <c>TextField</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The accessible control that draws the field in a form.</summary>
    public abstract Control Control { get; }

    /// <summary>The stored value of what an editor typed; null if it cannot be one.</summary>
    public abstract JsonNode? Parse(string text);

    /// <summary>The stored value of Orchard Core's members of the field; null if it is missing.</summary>
    /// <exception cref="FormatException">The members are not those of this kind; the message says what was expected.</exception>
    public abstract JsonNode? FromOrchard(JsonObject members);

    /// <summary>Orchard Core's members for a stored value.</summary>
    public abstract JsonObject ToOrchard(JsonElement value);

    /// <summary>JSON Schema (2020-12) of the stored value.</summary>
    public abstract JsonObject Schema();

    /// <summary>The words of the value that a search should find.</summary>
    public virtual string SearchText(JsonElement value) => "";

    /// <summary>The ids of the items that the value points to.</summary>
    public virtual IEnumerable<string> References(JsonElement value) => [];

    /// <summary>What is wrong with a value, in sentences an editor can act on.</summary>
    /// <param name="value">The stored value; null if it is missing.</param>
    /// <param name="scope">The scope of the item: some values, such as short telephone numbers, depend on the country.</param>
    public IEnumerable<Sentence> Problems(JsonElement? value, string scope)
    {
        if (value is not { } present || IsEmpty(present))
        {
            return Required ? [$"{Label} is missing. Please fill it in."] : [];
        }

        return HasStoredForm(present) ? Check(present, scope) : [$"{Label} does not have the form of a {Kind}."];
    }

    /// <summary>Whether the value can be stored at all, be it in a draft that is not finished.</summary>
    public bool CanHold(JsonElement value) => HasStoredForm(value);

    /// <summary>Whether the value has the JSON form that this kind stores.</summary>
    protected abstract bool HasStoredForm(JsonElement value);

    /// <summary>What is wrong with a value that has the right JSON form.</summary>
    protected virtual IEnumerable<Sentence> Check(JsonElement value, string scope) => [];

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}

/// <summary>The controls that draw fields in forms.</summary>
public enum Control
{
    Text,
    TextArea,
    Markdown,
    Number,
    Checkbox,
    Date,
    DateTime,
    Time,
    Link,
    List,
    Choice,
    Phone,
    Email,
    Language,
    Country,
    Duration,
    OpeningHours,
    Media,
    ItemPicker,
}
