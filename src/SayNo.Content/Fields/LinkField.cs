using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Fields;

/// <summary>An https address, with a text to show for it if there is one.</summary>
public sealed record LinkField : Field
{
    public override string Kind => "LinkField";

    public override Control Control => Control.Link;

    public override JsonNode? Parse(string text) => new JsonObject { ["Url"] = text.Trim() };

    public override JsonNode? FromOrchard(JsonObject members)
    {
        if (members.Text("Url") is not { } url)
        {
            return null;
        }

        var link = new JsonObject { ["Url"] = url };

        if (members.Text("Text") is { } text)
        {
            link["Text"] = text;
        }

        return link;
    }

    public override JsonObject ToOrchard(JsonElement value) => (JsonObject)JsonNode.Parse(value.GetRawText())!;

    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("Url"),
        ["properties"] = new JsonObject
        {
            ["Url"] = new JsonObject { ["type"] = "string", ["format"] = "uri", ["pattern"] = "^https://" },
            ["Text"] = new JsonObject { ["type"] = "string" },
        },
    };

    public override string SearchText(JsonElement value) => value.TryGetProperty("Text", out var text) ? text.GetString() ?? "" : "";

    protected override bool HasStoredForm(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("Url", out var url) && url.ValueKind == JsonValueKind.String
        && value.EnumerateObject().All(member => member.Name == "Url" || (member.Name == "Text" && member.Value.ValueKind == JsonValueKind.String));

    protected override IEnumerable<Sentence> Check(JsonElement value, string scope)
    {
        var url = value.GetProperty("Url").GetString()!;

        if (!IsHttps(url))
        {
            yield return $"{Label} must be a whole address that starts with https://. \"{url}\" is none.";
        }

        if (TextSigns.FirstForbidden(SearchText(value)) is { } forbidden)
        {
            yield return $"The text of {Label} contains an invisible control character (U+{(int)forbidden:X4}). Please type it again without it.";
        }
    }

    /// <summary>Whether an address is a whole https address without a user name, a password or signs that do not belong there.</summary>
    public static bool IsHttps(string url) =>
        url.Length <= 2000
        && !url.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is '"' or '<' or '>' or '\\')
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0
        && address.Host.Contains('.');
}
