using System.Collections.Concurrent;
using System.Text.Json;
using SayNo.Content.Published;

namespace SayNo.Web.Api;

/// <summary>Writes a resolved document as the API shows it: plain values, and beside them which language each text comes from.</summary>
public static class DocumentJson
{
    // Names come from content types, of which a site has a few dozen.
    private static readonly ConcurrentDictionary<string, JsonEncodedText> Names = new(StringComparer.Ordinal);

    /// <summary>A field's name as a member of JSON: FreeOfCharge is freeOfCharge.</summary>
    public static string NameOf(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);

    public static void Write(Utf8JsonWriter json, ResolvedContent document)
    {
        json.WriteStartObject();
        WriteMembers(json, document);
        json.WriteEndObject();
    }

    /// <summary>The members of a document, for those who add their own beside them.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ResolvedContent document)
    {
        json.WriteString("id"u8, document.Id);
        json.WriteString("type"u8, document.Type);
        json.WriteString("scope"u8, document.Scope);
        json.WriteString("slug"u8, document.Slug);
        json.WriteNumber("order"u8, document.Order);

        if (document.OverrideOf is { } original)
        {
            json.WriteString("overrideOf"u8, original);
        }

        json.WriteString("locale"u8, document.Locale);
        ApiJson.WriteTexts(json, "locales", document.Locales);
        json.WriteBoolean("isReviewed"u8, document.IsReviewed);
        json.WriteString("publishedAt"u8, document.PublishedAt);
        json.WriteStartObject("values"u8);

        foreach (var (field, value) in document.Values)
        {
            json.WritePropertyName(Encoded(field));
            WriteValue(json, value.Value);
        }

        json.WriteEndObject();
        WriteProvenance(json, document);
    }

    private static void WriteProvenance(Utf8JsonWriter json, ResolvedContent document)
    {
        json.WriteStartObject("provenance"u8);

        foreach (var (field, value) in document.Values)
        {
            if (value.Locale.Length > 0)
            {
                json.WriteString(Encoded(field), value.Locale);
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("fallbacks"u8);

        foreach (var (field, value) in document.Values)
        {
            if (value.IsFallback)
            {
                json.WriteStringValue(Encoded(field));
            }
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            json.WriteStartObject();

            foreach (var member in value.EnumerateObject())
            {
                json.WritePropertyName(Encoded(member.Name));
                WriteValue(json, member.Value);
            }

            json.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();

            foreach (var one in value.EnumerateArray())
            {
                WriteValue(json, one);
            }

            json.WriteEndArray();
        }
        else
        {
            value.WriteTo(json);
        }
    }

    private static JsonEncodedText Encoded(string name) => Names.GetOrAdd(name, static one => JsonEncodedText.Encode(NameOf(one)));
}
