using System.Text.Json;
using SayNo.Content.Storage;

namespace SayNo.Content.Sources;

/// <summary>What kind of text another was made from.</summary>
public enum SourceKind
{
    /// <summary>The same text in the language that it is translated from.</summary>
    Translation = 1,

    /// <summary>The campaign's wording, which a country replaces by its own.</summary>
    Override = 2,
}

/// <summary>What a text was made from, then and now, field by field.</summary>
public sealed record SourceText
{
    public required SourceKind Kind { get; init; }

    /// <summary>The item of the source: the same one for a translation.</summary>
    public required string ItemId { get; init; }

    /// <summary>The locale of the source, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>What the source says to the public now; none if it is not public.</summary>
    public ContentVersion? Now { get; init; }

    /// <summary>The source's fields, as it has them now or had them then.</summary>
    public required IReadOnlyList<SourceField> Fields { get; init; }

    public bool IsOutdated => Fields.Any(one => one.IsOutdated);
}

/// <summary>One field of a source.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Then">What it said when the text was made from it; null if nothing, or if nobody knows any more.</param>
/// <param name="Now">What it says to the public now; null if nothing.</param>
/// <param name="IsOutdated">True if the text was made from something else than it says now.</param>
public sealed record SourceField(string Field, JsonElement? Then, JsonElement? Now, bool IsOutdated);

/// <summary>A text whose source has changed since it was made from it.</summary>
public sealed record OutdatedText
{
    public required string ItemId { get; init; }

    public required string Type { get; init; }

    public required string Slug { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required SourceKind Kind { get; init; }

    public required string SourceItemId { get; init; }

    public required string SourceLocale { get; init; }

    /// <summary>Names of the fields that the source says differently now.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>When the source was published that left it behind, UTC.</summary>
    public required DateTime Since { get; init; }
}
