using System.Text.Json.Nodes;

namespace SayNo.Content.Tests;

/// <summary>Small content types for tests, and the settings of a site in four languages.</summary>
internal static class TypesUnderTest
{
    public static ContentType Step { get; } = Of("Step",
        Field("TextField", "Title", required: true, localized: true),
        Field("MarkdownField", "Body", required: false, localized: true),
        Field("ContentPickerField", "Next", required: false, localized: false));

    public static ContentType Contact { get; } = Of("Contact",
        Field("TextField", "Organisation", required: true, localized: false),
        Field("TextField", "Phone", required: false, localized: false, fourEyes: true),
        Field("TextField", "HoursNote", required: false, localized: true));

    /// <summary>A type that needs nothing: neither a text nor a value that all languages share.</summary>
    public static ContentType Leaflet { get; } = Of("Leaflet",
        Field("TextField", "Printer", required: false, localized: false),
        Field("TextField", "Remark", required: false, localized: true));

    public static JsonObject Languages { get; } = new()
    {
        ["DefaultCulture"] = "en",
        ["SupportedCultures"] = new JsonArray("en", "de", "el", "fr"),
    };

    private static ContentType Of(string name, params JsonNode[] fields) => ContentType.Read(new()
    {
        ["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = name, ["DisplayName"] = name }),
        ["ContentParts"] = new JsonArray(new JsonObject { ["Name"] = name, ["ContentPartFieldDefinitionRecords"] = new JsonArray(fields) }),
    });

    private static JsonObject Field(string kind, string name, bool required, bool localized, bool fourEyes = false) => new()
    {
        ["FieldName"] = kind,
        ["Name"] = name,
        ["Settings"] = new JsonObject
        {
            [kind + "Settings"] = new JsonObject { ["Required"] = required, ["Multiple"] = false },
            ["SayNoFieldSettings"] = new JsonObject { ["Localized"] = localized, ["FourEyes"] = fourEyes },
        },
    };
}
