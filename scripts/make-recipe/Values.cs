using System.Globalization;
using System.Text.Json.Nodes;

namespace MakeRecipe;

/// <summary>Field values in the form that Orchard Core gives each kind of field; a missing value is no field at all.</summary>
internal static class Values
{
    public static JsonObject Of(params ReadOnlySpan<(string Field, JsonObject? Value)> fields)
    {
        var values = new JsonObject();

        foreach (var (field, value) in fields)
        {
            if (value is not null)
            {
                values[field] = value;
            }
        }

        return values;
    }

    public static JsonObject? Text(string? text) => text is null ? null : new() { ["Text"] = text };

    public static JsonObject Markdown(string markdown) => new() { ["Markdown"] = markdown };

    public static JsonObject? Number(double? number) => number is null ? null : new() { ["Value"] = number };

    public static JsonObject? Flag(bool? flag) => flag is null ? null : new() { ["Value"] = flag };

    public static JsonObject? Day(DateOnly? day) => day is null ? null : new() { ["Value"] = day.Value.ToString("O", CultureInfo.InvariantCulture) };

    public static JsonObject? Link(string? url) => url is null ? null : new() { ["Url"] = url };

    public static JsonObject? Link(Source? source) => source is null ? null : new() { ["Url"] = source.Url, ["Text"] = source.Title };

    public static JsonObject? Many(IReadOnlyList<string> values) =>
        values is [] ? null : new() { ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
}
