using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Admin.Editing;

/// <summary>The form of one variant: stored values as the texts of inputs, and back.</summary>
/// <param name="type">The content type, whose fields are the inputs.</param>
/// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
/// <param name="hasFallback">Whether another language fills what this one lacks.</param>
/// <param name="zone">In which moments are typed.</param>
public sealed class DraftForm(ContentType type, string locale, bool hasFallback, TimeZoneInfo zone)
{
    /// <summary>In a conflict: the name of the input that says whose text of a field is kept.</summary>
    public const string TakePrefix = FormInputs.Prefix + "take.";

    public const string TakeTheirs = "theirs";

    /// <summary>The fields that this variant holds, in the order of the form.</summary>
    public IReadOnlyList<Field> Fields { get; } = [.. type.Fields.Where(field => field.Localized == (locale != Variant.Neutral))];

    /// <summary>In which moments are typed.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Whether a field may be empty on purpose, so that nothing fills it.</summary>
    public bool OffersEmpty(Field field, ContentValues before) =>
        !field.Required && field.Parse("") is { } empty && IsEmpty(field, empty) && ((field.Localized && hasFallback) || IsEmpty(field, before));

    /// <summary>The inputs of stored values.</summary>
    public FormInputs Show(ContentValues values) => new(
        from field in Fields
        let name = FormInputs.NameOf(field.Name)
        from input in FieldInputs.Show(field, values[field.Name], zone).Concat(Marked(field, values))
        select KeyValuePair.Create(name + input.Key, input.Value));

    /// <summary>The values of inputs. A field whose inputs say what they said before, or that has none in the form, keeps its value.</summary>
    /// <param name="typed">The inputs.</param>
    /// <param name="before">The values that the form was made of.</param>
    public FormReading Read(FormInputs typed, ContentValues before)
    {
        var values = new JsonObject();
        var problems = new List<Problem>();

        foreach (var field in Fields)
        {
            var (value, problem) = Read(field, typed, before);

            if (problem is not null)
            {
                problems.Add(new(field.Name, problem));
            }

            if (value is not null)
            {
                values[field.Name] = value;
            }
        }

        return new(ContentValues.Parse(values.ToJsonString()), problems, HadForbiddenSigns(typed));
    }

    private (JsonNode? Value, string? Problem) Read(Field field, FormInputs typed, ContentValues before)
    {
        var name = FormInputs.NameOf(field.Name);
        var kept = before[field.Name] is { } stored ? JsonNode.Parse(stored.GetRawText()) : null;

        if (!typed.Has(name) || typed.Text(TakePrefix + field.Name) == TakeTheirs)
        {
            return (kept, null);
        }

        var inputs = FieldInputs.Typed(field, typed);
        var isMarked = typed.Text(name + FieldInputs.EmptyOf).Length > 0;

        if (Same(inputs, FieldInputs.Show(field, before[field.Name], zone)) && (isMarked == IsEmpty(field, before) || !OffersEmpty(field, before)))
        {
            return (kept, null);
        }

        var (value, problem) = FieldInputs.Read(field, inputs, zone);

        return (value ?? (problem is null && isMarked && OffersEmpty(field, before) ? field.Parse("") : null), problem);
    }

    private static bool Same(Dictionary<string, IReadOnlyList<string>> one, Dictionary<string, IReadOnlyList<string>> other) =>
        one.All(input => other.TryGetValue(input.Key, out var texts)
            ? input.Value.SequenceEqual(texts, StringComparer.Ordinal)
            : input.Value.All(text => text.Length == 0));

    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Marked(Field field, ContentValues values) =>
        OffersEmpty(field, values) && IsEmpty(field, values)
            ? [KeyValuePair.Create<string, IReadOnlyList<string>>(FieldInputs.EmptyOf, ["yes"])]
            : [];

    private static bool IsEmpty(Field field, ContentValues values) =>
        values[field.Name] is { } value && IsEmpty(field, JsonNode.Parse(value.GetRawText()) ?? new JsonObject());

    private static bool IsEmpty(Field field, JsonNode value) => value switch
    {
        JsonArray list => list.Count == 0,
        JsonValue text => text.TryGetValue<string>(out var said) && said.Length == 0 && field.Control is not (Control.Number or Control.Checkbox),
        _ => false,
    };

    private static bool HadForbiddenSigns(FormInputs typed) => typed.All
        .Any(input => input.Value.Any(text => TextSigns.FirstForbidden(text.Replace("\r\n", "\n", StringComparison.Ordinal)) is not null));
}

/// <summary>What a form says.</summary>
/// <param name="Values">The values, as far as they can be stored.</param>
/// <param name="Problems">What cannot be a value at all; empty in most cases.</param>
/// <param name="IsCleaned">True if invisible control characters were taken out.</param>
public sealed record FormReading(ContentValues Values, IReadOnlyList<Problem> Problems, bool IsCleaned);
