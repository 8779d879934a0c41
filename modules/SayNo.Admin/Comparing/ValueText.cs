using System.Globalization;
using System.Text.Json;
using SayNo.Content.Fields;
using SayNo.Web.Localization;

namespace SayNo.Admin.Comparing;

/// <summary>Says a stored value in a text, where it is read and not changed.</summary>
public static class ValueText
{
    public static string Of(Field field, JsonElement? value, PoLocalizer l)
    {
        if (value is not { } present || !field.CanHold(present))
        {
            return "";
        }

        return (field.Control, present.ValueKind) switch
        {
            (Control.Checkbox, _) => l[present.GetBoolean() ? "Yes" : "No"],
            (Control.Choice, JsonValueKind.String) => Choice(present.GetString() ?? "", l),
            (Control.Duration, _) => Duration(present.GetDecimal(), l),
            (Control.Date, _) when DateOnly.TryParse(present.GetString(), CultureInfo.InvariantCulture, out var day) =>
                LocaleNames.Date(day, l.Culture),
            (_, JsonValueKind.String) => present.GetString() ?? "",
            (_, JsonValueKind.Array) => string.Join('\n', present.EnumerateArray().Select(Entry)),
            (_, JsonValueKind.Object) => Entry(present),
            _ => present.GetRawText(),
        };
    }

    /// <summary>A word of a choice as people write it: <c>police-report</c> is "Police report".</summary>
    public static string Choice(string word, PoLocalizer l)
    {
        var text = word.Replace('-', ' ');

        return l[text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..]];
    }

    private static string Duration(decimal seconds, PoLocalizer l) =>
        l["{0} min {1} s", decimal.Floor(seconds / 60), seconds - (decimal.Floor(seconds / 60) * 60)];

    // A link or a file: its text, and where it leads.
    private static string Entry(JsonElement entry) => entry.ValueKind == JsonValueKind.Object
        ? string.Join('\n', entry.EnumerateObject().OrderByDescending(member => member.Name == "Text").Select(member => member.Value.GetString()))
        : entry.GetString() ?? "";
}
