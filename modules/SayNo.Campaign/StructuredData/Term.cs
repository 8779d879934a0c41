using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace SayNo.Campaign.StructuredData;

/// <summary>Writes JSON-LD in the terms of schema.org.</summary>
public static class Term
{
    // Letters of every script stay letters, so that the words of the page are its words here too and cost next to nothing when compressed.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A thing with those of its properties that are not null.</summary>
    internal static JsonObject Of(string type, params IEnumerable<(string Name, JsonNode? Value)> properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value))
            .Prepend(KeyValuePair.Create("@type", (JsonNode?)type)));

    internal static JsonArray List(IEnumerable<JsonNode?> values) => new([.. values]);

    internal static JsonArray List(IEnumerable<string> values) => List(values.Select(value => (JsonNode?)value));

    /// <summary>The element for the page. It is data: no browser runs it, and the policy of the page lets it be.</summary>
    public static IHtmlContent Script(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");

        // Without this sign nothing in a text can end the element or begin a comment; within JSON it stands in texts alone.
        var json = thing.ToJsonString(Readable).Replace("<", "\\u003c", StringComparison.Ordinal);

        return new HtmlString($"<script type=\"application/ld+json\">{json}</script>");
    }
}
