using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>Files of the media library, each with a text for those who cannot see it.</summary>
public sealed record MediaField : Field
{
    public bool Multiple { get; init; }

    public override string Kind => "MediaField";

    public override Control Control => Control.Media;

    public override JsonNode? Parse(string text) => new JsonArray(
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(path => new JsonObject { ["Path"] = path }),
    ]);

    public override JsonNode? FromOrchard(JsonObject members)
    {
        var paths = members.Texts("Paths");
        var texts = members.Texts("MediaTexts");

        return paths is null
            ? null
            : new JsonArray([.. paths.Select((path, i) => Medium((string)path!, i < texts?.Count ? (string?)texts[i] : null))]);
    }

    public override JsonObject ToOrchard(JsonElement value) => new()
    {
        ["Paths"] = new JsonArray([.. value.EnumerateArray().Select(medium => JsonValue.Create(medium.GetProperty("Path").GetString()))]),
        ["MediaTexts"] = new JsonArray([.. value.EnumerateArray().Select(medium => JsonValue.Create(TextOf(medium)))]),
    };

    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("Path"),
            ["properties"] = new JsonObject
            {
                ["Path"] = new JsonObject { ["type"] = "string" },
                ["Text"] = new JsonObject { ["type"] = "string" },
            },
        },
    };

    public override string SearchText(JsonElement value) => string.Join(' ', value.EnumerateArray().Select(TextOf));

    protected override bool HasStoredForm(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(medium => medium.ValueKind == JsonValueKind.Object
            && medium.TryGetProperty("Path", out var path) && path.ValueKind == JsonValueKind.String
            && (!medium.TryGetProperty("Text", out var text) || text.ValueKind == JsonValueKind.String));

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        if (!Multiple && value.GetArrayLength() > 1)
        {
            yield return $"{Label} takes one file. Please remove the others.";
        }

        foreach (var path in value.EnumerateArray().Select(medium => medium.GetProperty("Path").GetString()!))
        {
            if (!IsInside(path))
            {
                yield return $"{Label}: \"{path}\" is no path in the media library, such as films/say-no-de.mp4.";
            }
        }
    }

    private static bool IsInside(string path) =>
        path.Length is > 0 and <= 260
        && path[0] != '/'
        && !path.Any(sign => char.IsControl(sign) || sign is '\\' or ':' or '?' or '#' or '%')
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    private static JsonObject Medium(string path, string? text) =>
        string.IsNullOrEmpty(text) ? new() { ["Path"] = path } : new() { ["Path"] = path, ["Text"] = text };

    private static string TextOf(JsonElement medium) => medium.TryGetProperty("Text", out var text) ? text.GetString()! : "";
}
