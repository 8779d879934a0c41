using System.Text.Json;
using SayNo.Admin.Comparing;
using SayNo.Admin.Lists;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Storage;
using SayNo.Web.Localization;

namespace SayNo.Admin.Auditing;

/// <summary>One value that an act changed.</summary>
/// <param name="Label">What it is, in the editor's language.</param>
/// <param name="Before">As it was; empty if there was none.</param>
/// <param name="After">As it is; empty if there is none.</param>
/// <param name="IsContent">True for a value of the text itself, which is in the text's language.</param>
public sealed record AuditChange(string Label, string Before, string After, bool IsContent)
{
    // Longer ones are shown on the page of the entry, word by word.
    private const int LongestInList = 90;

    private const string Values = "values";

    private static readonly JsonElement None = JsonElement.Parse("{}");

    public bool IsShort => Before.Length <= LongestInList && After.Length <= LongestInList && !Before.Contains('\n') && !After.Contains('\n');

    public IReadOnlyList<ChangedRun> Runs => ChangedRun.Of(Before, After);

    /// <summary>What an entry says was changed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="type">The content type of what it is about, if it is a text.</param>
    /// <param name="l">The texts in the editor's language.</param>
    public static IReadOnlyList<AuditChange> Of(AuditEntry entry, ContentType? type, PoLocalizer l)
    {
        if (entry is { Before: null, After: null })
        {
            return [];
        }

        // A log that somebody has tampered with is shown too.
        return Read(entry.Before) is { } before && Read(entry.After) is { } after
            ? [.. Members(before, after, l), .. Fields(before, after, type, l)]
            : [new(l["Value"], entry.Before ?? "", entry.After ?? "", false)];
    }

    private static IEnumerable<AuditChange> Members(JsonElement before, JsonElement after, PoLocalizer l) =>
        from name in Names(before, after)
        where name != Values
        let change = new AuditChange(LabelOf(name, l), TextOf(name, before, l), TextOf(name, after, l), false)
        where change.Before.Length + change.After.Length > 0
        select change;

    private static IEnumerable<AuditChange> Fields(JsonElement before, JsonElement after, ContentType? type, PoLocalizer l)
    {
        var (old, now) = (Member(before, Values) ?? None, Member(after, Values) ?? None);

        foreach (var name in Names(old, now))
        {
            var field = type?[name];
            yield return new(field is null ? name : l[field.Label], TextOf(field, Member(old, name), l), TextOf(field, Member(now, name), l), true);
        }
    }

    private static IEnumerable<string> Names(JsonElement before, JsonElement after) => new[] { before, after }
        .Where(one => one.ValueKind == JsonValueKind.Object)
        .SelectMany(one => one.EnumerateObject().Select(member => member.Name)).Distinct(StringComparer.Ordinal);

    private static string TextOf(Field? field, JsonElement? value, PoLocalizer l) =>
        field is not null && value is not null && ValueText.Of(field, value, l) is { Length: > 0 } text ? text : Plain(value);

    private static string TextOf(string name, JsonElement parent, PoLocalizer l)
    {
        var text = Plain(Member(parent, name));

        return name == "state" && Enum.TryParse<VariantState>(text, out var state) ? StateWords.Of(state, state == VariantState.Published, l) : text;
    }

    private static string Plain(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String => value.Value.GetString() ?? "",
        JsonValueKind.Array => string.Join('\n', value.Value.EnumerateArray().Select(one => Plain(one))),
        _ => value.Value.GetRawText(),
    };

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Read(string? json)
    {
        if (json is null)
        {
            return None;
        }

        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string LabelOf(string name, PoLocalizer l) => name switch
    {
        "state" => l["State"],
        "version" => l["Version"],
        "author" => l["Written by"],
        "type" => l["Kind"],
        "slug" => l["Name in addresses"],
        "overrideOf" => l["Own wording of"],
        "Name" => l["Name"],
        "Grants" => l["What they may do"],
        "Locked" => l["Locked"],
        _ => name,
    };
}
