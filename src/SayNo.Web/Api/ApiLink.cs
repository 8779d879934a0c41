using System.Text;
using System.Text.Json;

namespace SayNo.Web.Api;

/// <summary>A link that an answer carries twice: in its Link header (RFC 8288) and in its member <c>links</c>.</summary>
/// <param name="Relation">Registered link relation.</param>
/// <param name="Address">Path on this site.</param>
public sealed record ApiLink(string Relation, string Address)
{
    /// <summary>The language behind the link.</summary>
    public string? Locale { get; init; }

    /// <summary>The media type behind the link, where it is not JSON.</summary>
    public string? MediaType { get; init; }

    /// <summary>Where every answer is explained.</summary>
    public static IReadOnlyList<ApiLink> Everywhere { get; } =
    [
        new("service-desc", "/api/v1/openapi.json") { MediaType = "application/json" },
        new("service-doc", "/api") { MediaType = "text/html" },
    ];

    /// <summary>The schema of what is in <c>data</c>.</summary>
    public static ApiLink DescribedBy(string schema) => new("describedby", $"/api/v1/openapi.json#/components/schemas/{schema}");

    public static string Header(IEnumerable<ApiLink> links)
    {
        var header = new StringBuilder();

        foreach (var link in links)
        {
            header.Append(header.Length == 0 ? "<" : ", <").Append(link.Address).Append(">; rel=\"").Append(link.Relation).Append('"');

            if (link.Locale is { } locale)
            {
                header.Append("; hreflang=\"").Append(locale).Append('"');
            }

            if (link.MediaType is { } type)
            {
                header.Append("; type=\"").Append(type).Append('"');
            }
        }

        return header.ToString();
    }

    /// <summary>The links as an object: one address for each relation, and the other languages by their tags.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<ApiLink> links)
    {
        json.WriteStartObject();

        foreach (var link in links.Where(link => link.Relation != "alternate"))
        {
            json.WriteString(link.Relation, link.Address);
        }

        var alternates = links.Where(link => link.Relation == "alternate").ToList();

        foreach (var page in alternates.Where(link => link.MediaType == "text/html").Take(1))
        {
            json.WriteString("page", page.Address);
        }

        if (alternates.Any(link => link.MediaType is null))
        {
            json.WriteStartObject("locales");

            foreach (var link in alternates.Where(link => link.MediaType is null))
            {
                json.WriteString(link.Locale ?? "", link.Address);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
