using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.ContentApi.Description;

/// <summary>The schemas of documents (JSON Schema 2020-12), written from the fields of the content types, with an example of each.</summary>
internal sealed class ContentSchemas(Picture picture)
{
    public const string Reference = "#/components/schemas/";

    private const string Common = """
        {
          "type": "object",
          "description": "What every document has, whatever its type.",
          "required": ["id", "type", "scope", "slug", "order", "locale", "locales", "isReviewed", "publishedAt", "values", "provenance", "fallbacks"],
          "properties": {
            "id": { "type": "string", "pattern": "^[0-9a-z]{26}$", "description": "The same for ever, in every language.", "example": "318jh7ka3ke5sedtxtk3ag169s" },
            "type": { "type": "string", "description": "Name of the content type.", "example": "Step" },
            "scope": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "Who owns it: an ISO 3166-1 alpha-2 code, or EU for the campaign.", "example": "EU" },
            "slug": { "type": "string", "description": "Its name in addresses, unique within type and scope.", "example": "do-not-pay" },
            "order": { "type": "integer", "description": "Its place among its neighbours; lower comes first." },
            "overrideOf": { "type": "string", "description": "For a country's own wording: the id of the campaign's document that it replaces there.", "example": "zc23pxmm4s9feqjnmg37dqdt8g" },
            "locale": { "type": "string", "description": "The language asked for (BCP 47).", "example": "en" },
            "locales": { "type": "array", "items": { "type": "string" }, "example": ["de", "en"], "description": "The languages in which it is public. What needs no text of its own, such as a contact, is so in every language of the site." },
            "isReviewed": { "type": "boolean", "description": "False while a text in it has been read by nobody but its translator. Please say so where you show it." },
            "publishedAt": { "type": "string", "format": "date-time", "description": "When the newest part of it was published.", "example": "2026-11-22T09:30:00Z" },
            "values": { "type": "object", "description": "The values by field. What is missing is absent: nothing is null." },
            "provenance": { "type": "object", "additionalProperties": { "type": "string" }, "description": "For each text in values: the language it is written in." },
            "fallbacks": { "type": "array", "items": { "type": "string" }, "example": [], "description": "Those of the texts that stand in for a missing one. Mark them up with their own language." }
          }
        }
        """;

    /// <summary>By name, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> All() => picture.Types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => KeyValuePair.Create(type.Name, Schema(type)))
        .Prepend(KeyValuePair.Create("Document", JsonNode.Parse(Common)!.AsObject()));

    private static JsonObject Schema(ContentType type)
    {
        var values = new JsonObject { ["type"] = "object" };
        var required = new JsonArray([.. Public(type).Where(field => field.Required).Select(field => JsonValue.Create(DocumentJson.NameOf(field.Name)))]);

        if (required.Count > 0)
        {
            values["required"] = required;
        }

        values["properties"] = new JsonObject(Public(type).Select(field => KeyValuePair.Create(DocumentJson.NameOf(field.Name), (JsonNode?)Schema(field))));

        return new()
        {
            ["description"] = $"{type.DisplayName}.",
            ["allOf"] = new JsonArray(
                new JsonObject { ["$ref"] = Reference + "Document" },
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(type.Name) }, ["values"] = values },
                }),
            ["example"] = Example(type),
        };
    }

    private static IEnumerable<Field> Public(ContentType type) => type.Fields.Where(field => !field.IsInternal);

    private static JsonObject Schema(Field field)
    {
        var schema = WithPlainNames(field.Schema());
        var sentences = new[] { field.Label + ".", field.Hint, field.Localized ? "Written in each language." : null, field is MarkdownField ? "Markdown (CommonMark) without HTML." : null };
        schema["description"] = string.Join(' ', sentences.Where(sentence => !string.IsNullOrEmpty(sentence)));

        return schema;
    }

    /// <summary>The engine stores the members of links and media in Orchard Core's spelling; the API has small letters.</summary>
    private static JsonObject WithPlainNames(JsonObject schema)
    {
        var result = schema.DeepClone().AsObject();

        if (result["properties"] is JsonObject properties)
        {
            result["properties"] = new JsonObject(properties.Select(pair => KeyValuePair.Create(DocumentJson.NameOf(pair.Key), pair.Value?.DeepClone())));
        }

        if (result["required"] is JsonArray required)
        {
            result["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(DocumentJson.NameOf((string)name!)))]);
        }

        if (result["items"] is JsonObject items)
        {
            result["items"] = WithPlainNames(items);
        }

        return result;
    }

    private static JsonObject Example(ContentType type) => new()
    {
        ["id"] = "318jh7ka3ke5sedtxtk3ag169s",
        ["type"] = type.Name,
        ["scope"] = "EU",
        ["slug"] = "example",
        ["order"] = 1,
        ["locale"] = "en",
        ["locales"] = new JsonArray("de", "en"),
        ["isReviewed"] = true,
        ["publishedAt"] = "2026-11-22T09:30:00Z",
        ["values"] = new JsonObject(Public(type).Select(field => KeyValuePair.Create(DocumentJson.NameOf(field.Name), ExampleValue.Of(field)))),
        ["provenance"] = new JsonObject(Public(type).Where(field => field.Localized)
            .Select(field => KeyValuePair.Create(DocumentJson.NameOf(field.Name), (JsonNode?)JsonValue.Create("en")))),
        ["fallbacks"] = new JsonArray(),
    };
}
