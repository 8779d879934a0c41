using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SayNo.Content.Fields;

namespace SayNo.Admin.Editing;

/// <summary>How the value of one field stands in the inputs of a form, and back.</summary>
internal static partial class FieldInputs
{
    /// <summary>The second input of a link and of a file: the text shown for it.</summary>
    public const string TextOf = ".Text";

    /// <summary>The second input of a length of time.</summary>
    public const string SecondsOf = ".Seconds";

    /// <summary>The box that says that a field is empty on purpose.</summary>
    public const string EmptyOf = ".Empty";

    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The texts of a stored value, by what follows the field's name in the names of the inputs.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Show(Field field, JsonElement? value, TimeZoneInfo zone)
    {
        if (value is not { } present || !field.CanHold(present))
        {
            return Of("");
        }

        return field.Control switch
        {
            Control.Link => Of(present.GetProperty("Url").GetString(), TextOf, present.TryGetProperty("Text", out var text) ? text.GetString() : ""),
            Control.Media => new()
            {
                [""] = [.. present.EnumerateArray().Select(file => Lines(file.GetProperty("Path").GetString()))],
                [TextOf] = [.. present.EnumerateArray().Select(file => file.TryGetProperty("Text", out var told) ? Lines(told.GetString()) : "")],
            },
            Control.ItemPicker => new() { [""] = [.. present.EnumerateArray().Select(id => id.GetString() ?? "")] },
            Control.List => Of(string.Join('\n', present.EnumerateArray().Select(entry => entry.GetString()))),
            Control.Duration => Duration(present.GetDecimal()),
            Control.DateTime => Of(Local(present.GetString(), zone)),
            _ => Of(present.ValueKind == JsonValueKind.String ? present.GetString() : present.GetRawText()),
        };
    }

    /// <summary>What was typed, in the shape of <see cref="Show"/>: without invisible signs, and without rows that were left empty.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Typed(Field field, FormInputs inputs)
    {
        var name = FormInputs.NameOf(field.Name);

        return field.Control switch
        {
            Control.Link => Of(Clean(inputs, name), TextOf, Clean(inputs, name + TextOf)),
            Control.Duration => Of(Clean(inputs, name), SecondsOf, Clean(inputs, name + SecondsOf)),
            Control.Media => Files(inputs, name),
            Control.ItemPicker => new()
            {
                [""] = [.. inputs.Texts(name).Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
            },
            _ => Of(Clean(inputs, name)),
        };
    }

    /// <summary>The stored value; none if the inputs are blank. Text that cannot be a value at all is a problem.</summary>
    public static (JsonNode? Value, string? Problem) Read(Field field, Dictionary<string, IReadOnlyList<string>> typed, TimeZoneInfo zone)
    {
        var first = typed[""] is [var one, ..] ? one.Trim() : "";
        var second = typed.GetValueOrDefault(TextOf) is [var other, ..] ? other.Trim() : "";

        return field.Control switch
        {
            Control.Link => (first + second == "" ? null : Link(field, first, second), null),
            Control.Media => (typed[""].Count == 0 ? null : Files(typed), null),
            Control.ItemPicker => (typed[""].Count == 0 ? null : field.Parse(string.Join('\n', typed[""])), null),
            Control.Duration => Seconds(field, first, typed[SecondsOf][0].Trim()),
            _ when first == "" => (null, null),
            Control.Number => Number(field, first),
            Control.DateTime => Utc(field, first, zone),
            Control.Date => Parsed(field, first, "a day, such as 2026-11-22"),
            Control.Time => Parsed(field, first, "a time of day, such as 18:30"),
            Control.Markdown => Parsed(field, typed[""][0].TrimStart('\n').TrimEnd(), "a text"),
            _ => Parsed(field, first, "something else"),
        };
    }

    private static string Clean(FormInputs inputs, string name) => TextSigns.Clean(inputs.Text(name));

    private static string Lines(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static Dictionary<string, IReadOnlyList<string>> Of(string? text) => new() { [""] = [Lines(text)] };

    private static Dictionary<string, IReadOnlyList<string>> Of(string? text, string suffix, string? other) =>
        new() { [""] = [Lines(text)], [suffix] = [Lines(other)] };

    private static Dictionary<string, IReadOnlyList<string>> Files(FormInputs inputs, string name)
    {
        var texts = inputs.Texts(name + TextOf);
        var rows = inputs.Texts(name)
            .Select((path, i) => (Path: TextSigns.Clean(path).Trim(), Text: i < texts.Count ? TextSigns.Clean(texts[i]).Trim() : ""))
            .Where(row => row.Path.Length + row.Text.Length > 0).ToList();

        return new() { [""] = [.. rows.Select(row => row.Path)], [TextOf] = [.. rows.Select(row => row.Text)] };
    }

    private static JsonArray Files(Dictionary<string, IReadOnlyList<string>> typed) => new([.. typed[""].Zip(typed[TextOf], File)]);

    private static JsonObject File(string path, string text) =>
        text.Length == 0 ? new() { ["Path"] = path } : new() { ["Path"] = path, ["Text"] = text };

    private static JsonNode? Link(Field field, string url, string text)
    {
        var link = field.Parse(url);

        if (text.Length > 0 && link is JsonObject members)
        {
            members["Text"] = text;
        }

        return link;
    }

    private static Dictionary<string, IReadOnlyList<string>> Duration(decimal seconds)
    {
        var minutes = decimal.Floor(seconds / 60);

        return Of(minutes.ToString(CultureInfo.InvariantCulture), SecondsOf, (seconds - (minutes * 60)).ToString(CultureInfo.InvariantCulture));
    }

    private static (JsonNode?, string?) Seconds(Field field, string minutes, string seconds)
    {
        if (minutes + seconds == "")
        {
            return (null, null);
        }

        // Six digits are years: whoever types more has slipped.
        return Whole().IsMatch(minutes) && Whole().IsMatch(seconds)
            ? (field.Parse(((Number(minutes) * 60) + Number(seconds)).ToString(CultureInfo.InvariantCulture)), null)
            : (null, $"{field.Label} must be whole minutes and seconds, such as 10 and 30.");

        static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    // A comma is a decimal sign to most of Europe, and thousands are never set apart in what is typed.
    private static (JsonNode?, string?) Number(Field field, string text) =>
        Decimal().IsMatch(text) && field.Parse(text.Replace(',', '.')) is { } number
            ? (number, null)
            : (null, $"{field.Label} must be a number, such as 12 or 12.5. \"{text}\" is none.");

    private static string? Local(string? stored, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc))
        {
            return stored;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

        return local.ToString(local.Second == 0 ? Moment : Moment + ":ss", CultureInfo.InvariantCulture);
    }

    private static (JsonNode?, string?) Utc(Field field, string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, [Moment, Moment + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return (null, $"{field.Label} must be a day and a time, such as 2026-11-22T18:30. \"{text}\" is none.");
        }

        return zone.IsInvalidTime(local)
            ? (null, $"{field.Label}: that hour does not exist, because the clocks are put forward then. Choose another.")
            : (field.Parse(TimeZoneInfo.ConvertTimeToUtc(local, zone).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), null);
    }

    private static (JsonNode?, string?) Parsed(Field field, string text, string expected) =>
        field.Parse(text) is { } value ? (value, null) : (null, $"{field.Label} must be {expected}. \"{text}\" is none.");

    [GeneratedRegex("^[0-9]{0,6}$")]
    private static partial Regex Whole();

    [GeneratedRegex("^[-+]?[0-9]{1,20}([.,][0-9]{1,10})?$")]
    private static partial Regex Decimal();
}
