using System.Text.Json.Nodes;
using SayNo.Content.Fields;

namespace SayNo.Content;

/// <summary>A named list of fields, declared by a recipe.</summary>
public sealed class ContentType
{
    private readonly Dictionary<string, Field> _byName;

    public ContentType(string name, string displayName, IReadOnlyList<Field> fields, JsonObject definition)
    {
        Name = name;
        DisplayName = displayName;
        Fields = fields;
        Definition = definition;
        NeedsTexts = fields.Any(field => field is { Localized: true, Required: true });
        _byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads a type from its declaration in Orchard Core's form.</summary>
    /// <param name="definition">An object with <c>ContentTypes</c> and <c>ContentParts</c>: one type, and the part of the same name that holds its fields.</param>
    /// <exception cref="FormatException">The declaration is wrong; the message says what is and how to mend it.</exception>
    public static ContentType Read(JsonObject definition)
    {
        var type = definition["ContentTypes"] is JsonArray { Count: 1 } types && types[0] is JsonObject only
            ? only
            : throw new FormatException("A definition must hold exactly one content type.");
        var name = Declaration.TextOf(type, "Name") is { Length: > 0 } text ? text : throw new FormatException("A content type has no \"Name\".");
        var part = (definition["ContentParts"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => Declaration.TextOf(one, "Name") == name)
            ?? throw new FormatException($"The content type {name} has no part of the same name, which would hold its fields.");
        var fields = (part["ContentPartFieldDefinitionRecords"] as JsonArray)?.OfType<JsonObject>().Select(FieldKinds.Read).ToList() ?? [];

        if (fields.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"The content type {name} has two fields named {twice.Key}.");
        }

        return new(name, Declaration.TextOf(type, "DisplayName") ?? name, fields, definition);
    }

    public string Name { get; }

    public string DisplayName { get; }

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>
    /// The declaration as the recipe has it: an object with <c>ContentTypes</c> and <c>ContentParts</c>, one of each. To be read only.
    /// </summary>
    public JsonObject Definition { get; }

    public bool HasLocalizedFields => Fields.Any(one => one.Localized);

    public bool HasNeutralFields => Fields.Any(one => !one.Localized);

    /// <summary>
    /// True if a language must say something before it can show an item. Without a required text, what a language says is a note beside
    /// facts, which are right in all of them.
    /// </summary>
    public bool NeedsTexts { get; }

    public Field? this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>What is wrong with the values of one variant; empty if nothing is.</summary>
    /// <param name="values">The values of the variant.</param>
    /// <param name="isNeutral">True for the neutral variant, which holds the culture-neutral fields and no other.</param>
    /// <param name="scope">The scope of the item.</param>
    public IReadOnlyList<Problem> Validate(ContentValues values, bool isNeutral, string scope) =>
    [
        .. values.All.Where(pair => this[pair.Key] is null)
            .Select(pair => new Problem(pair.Key, $"{DisplayName} has no field {pair.Key}.")),
        .. values.All.Where(pair => this[pair.Key] is { } field && field.Localized == isNeutral)
            .Select(pair => new Problem(pair.Key, isNeutral
                ? (Sentence)$"{this[pair.Key]!.Label} is written once per language, not for all languages together."
                : (Sentence)$"{this[pair.Key]!.Label} is the same in every language and cannot be changed in one of them.")),
        .. Fields.Where(field => field.Localized != isNeutral)
            .SelectMany(field => field.Problems(values[field.Name], scope).Select(sentence => new Problem(field.Name, sentence))),
    ];
}
