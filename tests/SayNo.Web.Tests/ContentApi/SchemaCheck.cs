using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>
/// Checks JSON by the part of JSON Schema (2020-12) that our description uses. A keyword it does not know is an error, so that nothing passes unread.
/// </summary>
internal sealed class SchemaCheck(JsonObject description)
{
    private static readonly HashSet<string> Notes = ["description", "example", "examples", "default", "title", "$schema"];

    public List<string> Problems { get; } = [];

    public void Check(JsonNode schema, JsonNode? value, string at = "$")
    {
        foreach (var (keyword, told) in schema.AsObject().Where(pair => !Notes.Contains(pair.Key)))
        {
            if (Problem(keyword, told!, schema, value, at) is { } problem)
            {
                Problems.Add($"{at}: {problem}");
            }
        }
    }

    private string? Problem(string keyword, JsonNode told, JsonNode schema, JsonNode? value, string at)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Followed((string)told!), value, at);
                return null;
            case "allOf":
                told.AsArray().ToList().ForEach(part => Check(part!, value, at));
                return null;
            case "properties":
                Members(value).Where(member => told[member.Key] is not null).ToList().ForEach(member => Check(told[member.Key]!, member.Value, $"{at}.{member.Key}"));
                return null;
            case "additionalProperties":
                Members(value).Where(member => schema["properties"]?[member.Key] is null).ToList().ForEach(member => Check(told, member.Value, $"{at}.{member.Key}"));
                return null;
            case "items":
                Entries(value).ForEach(entry => Check(told, entry, at + "[]"));
                return null;
            case "required":
                return told.AsArray().Select(name => (string)name!).FirstOrDefault(name => value?[name] is null) is { } missing ? $"{missing} is missing" : null;
            case "enum":
                return told.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? null : $"{value} is none of {told.ToJsonString()}";
            case "uniqueItems":
                return Entries(value).Select(entry => entry?.ToJsonString()).Distinct().Count() == Entries(value).Count ? null : "an entry comes twice";
            default:
                return Plain(keyword, told, value);
        }
    }

    private static string? Plain(string keyword, JsonNode told, JsonNode? value)
    {
        var isRight = keyword switch
        {
            "type" => (string?)told == Kind(value) || ((string?)told == "number" && Kind(value) == "integer"),
            "pattern" => value!.GetValueKind() != JsonValueKind.String || Regex.IsMatch((string)value!, (string)told!),
            "format" => HasFormat((string)told!, (string)value!),
            "minLength" => ((string)value!).Length >= (int)told,
            "maxLength" => ((string)value!).EnumerateRunes().Count() <= (int)told,
            "minimum" => (decimal)value! >= (decimal)told,
            "maximum" => (decimal)value! <= (decimal)told,
            _ => throw new InvalidOperationException($"The check does not know the keyword {keyword}."),
        };

        return isRight ? null : $"{value?.ToJsonString()} does not match {keyword} {told.ToJsonString()}";
    }

    private static bool HasFormat(string format, string text) => format switch
    {
        "date-time" => text.EndsWith('Z') && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "email" => text.Contains('@', StringComparison.Ordinal),
        _ => throw new InvalidOperationException($"The check does not know the format {format}."),
    };

    private JsonNode Followed(string place) =>
        place.Split('/').Skip(1).Aggregate((JsonNode?)description, (at, part) => at?[part]) ?? throw new InvalidOperationException($"{place} leads nowhere.");

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
        _ => "null",
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? value) => value as JsonObject ?? [];

    private static List<JsonNode?> Entries(JsonNode? value) => [.. value as JsonArray ?? []];
}
