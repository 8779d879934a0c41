using System.Text.Json.Nodes;

namespace SayNo.Content.Storage;

/// <summary>A content type as it is stored: the recipe's declaration as JSON text.</summary>
public sealed class StoredType
{
    public required string Name { get; init; }

    /// <summary>See <see cref="ContentType.Definition"/>.</summary>
    public required string Definition { get; set; }

    /// <summary>Place among the content types in the admin and in exports.</summary>
    public required int Order { get; set; }

    public ContentType Read() => ContentType.Read(
        JsonNode.Parse(Definition) as JsonObject ?? throw new FormatException($"The stored declaration of {Name} is no JSON object."));
}

/// <summary>One setting of the site as JSON text.</summary>
public sealed class StoredSetting
{
    public required string Name { get; init; }

    public required string Value { get; set; }

    public JsonNode Read() => JsonNode.Parse(Value) ?? throw new FormatException($"The stored setting {Name} is empty.");
}

/// <summary>A step of setting up the site that is done and must not be done again, such as the first recipe.</summary>
public sealed class SetUpStep
{
    public required string Name { get; init; }

    public required DateTime DoneAt { get; init; }
}
