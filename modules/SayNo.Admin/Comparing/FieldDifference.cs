using System.Text.Json;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Web.Localization;

namespace SayNo.Admin.Comparing;

/// <summary>One field of two versions, word by word.</summary>
public sealed record FieldDifference
{
    public required string Field { get; init; }

    /// <summary>In the editor's language.</summary>
    public required string Label { get; init; }

    public required bool IsInternal { get; init; }

    /// <summary>True if nobody may approve or publish a value of it that they changed themselves.</summary>
    public required bool FourEyes { get; init; }

    public required bool Differs { get; init; }

    public required IReadOnlyList<ChangedRun> Runs { get; init; }

    /// <summary>What the words alone do not tell, such as that it is empty on purpose now.</summary>
    public string? Note { get; init; }

    /// <summary>All fields of a variant, and values whose field the type has lost.</summary>
    /// <param name="type">The content type.</param>
    /// <param name="isNeutral">True for the fields that all languages share.</param>
    /// <param name="before">The older values.</param>
    /// <param name="after">The newer values.</param>
    /// <param name="l">The texts in the editor's language.</param>
    public static IReadOnlyList<FieldDifference> Between(
        ContentType type, bool isNeutral, ContentValues before, ContentValues after, PoLocalizer l) =>
    [
        .. type.Fields.Where(field => field.Localized != isNeutral).Select(field => Of(field, before[field.Name], after[field.Name], l)),
        .. before.All.Concat(after.All).Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Where(name => type[name] is null)
            .Select(name => Of(name, before[name], after[name])),
    ];

    private static FieldDifference Of(Field field, JsonElement? before, JsonElement? after, PoLocalizer l) => new()
    {
        Field = field.Name,
        Label = l[field.Label],
        IsInternal = field.IsInternal,
        FourEyes = field.FourEyes,
        Differs = !Same(before, after),
        Runs = ChangedRun.Of(ValueText.Of(field, before, l), ValueText.Of(field, after, l)),
        Note = NoteOf(before is null, ValueText.Of(field, before, l), after is null, ValueText.Of(field, after, l), l),
    };

    private static FieldDifference Of(string name, JsonElement? before, JsonElement? after) => new()
    {
        Field = name,
        Label = name,
        IsInternal = true,
        FourEyes = false,
        Differs = !Same(before, after),
        Runs = ChangedRun.Of(before?.GetRawText() ?? "", after?.GetRawText() ?? ""),
    };

    private static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } left && other is { } right ? JsonElement.DeepEquals(left, right) : one is null && other is null;

    private static string? NoteOf(bool wasMissing, string before, bool isMissing, string after, PoLocalizer l) => (wasMissing, isMissing) switch
    {
        (_, false) when after.Length == 0 => l["It is empty on purpose: nothing is shown in its place."].Value,
        (false, true) when before.Length == 0 => l["It was empty on purpose, and is missing now: another language may fill it."].Value,
        _ => null,
    };
}
