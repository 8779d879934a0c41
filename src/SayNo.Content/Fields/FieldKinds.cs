using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>The field kinds by Orchard Core's names, and how a recipe's declaration becomes a <see cref="Field"/>.</summary>
public static class FieldKinds
{
    private static readonly ConcurrentDictionary<string, Func<Declaration, Field>> ByName = new(StringComparer.Ordinal)
    {
        ["TextField"] = told => new TextField { Name = told.Name, MaxLength = told.WholeNumber("MaxLength"), Format = told.Format() },
        ["MarkdownField"] = told => new MarkdownField { Name = told.Name, MaxLength = told.WholeNumber("MaxLength") },
        ["NumericField"] = told => new NumericField
        {
            Name = told.Name,
            Minimum = told.Number("Minimum"),
            Maximum = told.Number("Maximum"),
            Scale = told.WholeNumber("Scale") ?? 0,
            IsDuration = told.IsDuration(),
        },
        ["BooleanField"] = told => new BooleanField { Name = told.Name },
        ["DateField"] = told => new DateField { Name = told.Name },
        ["DateTimeField"] = told => new DateTimeField { Name = told.Name },
        ["TimeField"] = told => new TimeField { Name = told.Name },
        ["LinkField"] = told => new LinkField { Name = told.Name },
        ["MultiTextField"] = told => new MultiTextField { Name = told.Name, Format = told.Format() },
        ["MediaField"] = told => new MediaField { Name = told.Name, Multiple = told.Flag("Multiple") },
        ["ContentPickerField"] = told => new ContentPickerField
        {
            Name = told.Name,
            Multiple = told.Flag("Multiple"),
            Types = told.Texts("DisplayedContentTypes"),
        },
        ["LocalizationSetContentPickerField"] = told => new LocalizationSetContentPickerField
        {
            Name = told.Name,
            Multiple = told.Flag("Multiple"),
            Types = told.Texts("DisplayedContentTypes"),
        },
    };

    /// <summary>The names of all kinds, in ordinal order.</summary>
    public static IReadOnlyList<string> Names => [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a kind that a module brings; call it when the module is added, before any recipe is read.</summary>
    /// <param name="kind">The name of the kind in recipes, ending in <c>Field</c>.</param>
    /// <param name="create">Makes the field from its declaration.</param>
    /// <exception cref="InvalidOperationException">There is a kind of that name already.</exception>
    public static void Add(string kind, Func<Declaration, Field> create)
    {
        if (!ByName.TryAdd(kind, create) && ByName[kind] != create)
        {
            throw new InvalidOperationException($"There is a field kind {kind} already.");
        }
    }

    /// <summary>Reads one entry of <c>ContentPartFieldDefinitionRecords</c>.</summary>
    /// <exception cref="FormatException">The declaration is wrong; the message says what is and how to mend it.</exception>
    public static Field Read(JsonObject record)
    {
        var name = Declaration.TextOf(record, "Name") ?? throw new FormatException("A field has no \"Name\".");
        var kind = Declaration.TextOf(record, "FieldName") ?? throw new FormatException($"The field {name} has no \"FieldName\", which names its kind.");

        if (!ByName.TryGetValue(kind, out var create))
        {
            throw new FormatException($"The field {name} is of the kind {kind}, which does not exist. There are: {string.Join(", ", Names)}.");
        }

        var declaration = new Declaration(name, kind, record);

        return create(declaration) with
        {
            DisplayName = declaration.Text("DisplayName"),
            Hint = declaration.Text("Hint"),
            Required = declaration.Flag("Required"),
            Localized = declaration.Flag("Localized"),
            IsInternal = declaration.Flag("Internal"),
            FourEyes = declaration.Flag("FourEyes"),
        };
    }
}
