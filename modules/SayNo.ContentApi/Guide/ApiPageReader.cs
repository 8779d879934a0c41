using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.ContentApi.Guide;

/// <summary>Reads an OpenAPI document for people.</summary>
internal sealed class ApiPageReader(JsonObject document)
{
    private const string SchemaPlace = "#/components/schemas/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ApiPage Read()
    {
        var resources = Objects(document["paths"]).Select(path => (path.Name, Operation: path.Node["get"]!.AsObject())).ToList();
        var groups = Array(document["tags"]).Select(tag => new ApiGroup(
            Text(tag, "name"),
            Text(tag, "description"),
            [.. resources.Where(one => (string?)one.Operation["tags"]?[0] == Text(tag, "name")).Select(one => Resource(one.Name, one.Operation))]));
        var schemas = Objects(document["components"]?["schemas"]).Select(pair => Schema(pair.Name, pair.Node));

        return new(Text(document["info"], "title"), Text(document["info"], "description"), [.. groups], [.. schemas]);
    }

    private ApiResource Resource(string path, JsonObject operation)
    {
        var parameters = Array(operation["parameters"]).ToList();
        var data = operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["properties"]?["data"];
        var isList = data?["items"] is not null;

        return new()
        {
            Id = Text(operation, "operationId"),
            Path = path,
            Example = Example(path, parameters),
            Summary = Text(operation, "summary"),
            Description = Text(operation, "description"),
            Parameters = [.. parameters.Select(one => new ApiMember(Text(one, "name"), Form(one?["schema"]), (bool?)one?["required"] ?? false, Text(one, "description")))],
            Schema = NameOf(isList ? data?["items"] : data) ?? "Document",
            IsList = isList,
            Answers = [.. Objects(operation["responses"]).Select(pair => new ApiStatus(pair.Name, Text(Followed(pair.Node), "description")))],
        };
    }

    /// <summary>An address that works: parts of the path, and what the query must have, as their examples say.</summary>
    private static string Example(string path, List<JsonNode?> parameters)
    {
        var filled = parameters.Where(one => Text(one, "in") == "path")
            .Aggregate(path, (result, one) => result.Replace($"{{{Text(one, "name")}}}", Text(one, "example"), StringComparison.Ordinal));
        var asked = parameters.Where(one => Text(one, "in") == "query" && (bool?)one?["required"] == true)
            .Select(one => $"{Text(one, "name")}={Uri.EscapeDataString(Text(one, "example"))}").ToList();

        return asked.Count == 0 ? filled : $"{filled}?{string.Join('&', asked)}";
    }

    private static ApiSchema Schema(string name, JsonObject schema)
    {
        var parts = Array(schema["allOf"]).Append(schema).ToList();

        return new(
            name,
            Text(schema, "description"),
            [.. parts.Select(NameOf).OfType<string>()],
            [.. parts.SelectMany(part => Members(part, ""))],
            schema["example"]?.ToJsonString(Readable));
    }

    private static IEnumerable<ApiMember> Members(JsonNode? schema, string before)
    {
        var required = Array(schema?["required"]).Select(one => (string?)one).ToHashSet();

        foreach (var (name, member) in Objects(schema?["properties"]))
        {
            yield return new(before + name, Form(member), required.Contains(name), Text(member, "description"));

            foreach (var inner in Members(member, $"{before}{name}.").Concat(Members(member["items"], $"{before}{name}[].")))
            {
                yield return inner;
            }
        }
    }

    private static string Form(JsonNode? schema) => schema switch
    {
        null => "anything",
        _ when NameOf(schema) is { } name => name,
        _ when schema["enum"] is JsonArray choices => "one of: " + string.Join(", ", choices.Select(one => (string?)one)),
        _ when schema["items"] is { } items => "list of " + Form(items),
        _ when schema["allOf"] is JsonArray parts => Form(parts[0]),
        _ when schema["format"] is { } format => $"{Text(schema, "type")}, {format}",
        _ when schema["minimum"] is { } least && schema["maximum"] is { } most => $"{Text(schema, "type")}, {least} to {most}",
        _ => Text(schema, "type"),
    };

    private JsonNode Followed(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } place)
        {
            return node;
        }

        return place.Split('/').Skip(1).Aggregate((JsonNode?)document, (at, part) => at?[part]) ?? node;
    }

    private static string? NameOf(JsonNode? schema) =>
        (string?)schema?["$ref"] is { } place && place.StartsWith(SchemaPlace, StringComparison.Ordinal) ? place[SchemaPlace.Length..] : null;

    private static string Text(JsonNode? node, string member) => node?[member]?.ToString() ?? "";

    private static IEnumerable<JsonNode?> Array(JsonNode? node) => node as JsonArray ?? [];

    private static IEnumerable<(string Name, JsonObject Node)> Objects(JsonNode? node) =>
        (node as JsonObject ?? []).Where(pair => pair.Value is JsonObject).Select(pair => (pair.Key, pair.Value!.AsObject()));
}
