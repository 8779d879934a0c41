using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>How far one text is: written, on its way, public, left behind by its source.</summary>
public sealed record TranslationState
{
    public required string ItemId { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public required string? OverrideOf { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Locale { get; init; }

    public required VariantState State { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>What kind of text it is made from; none if it is an original itself.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>The locale of what it is made from; none for an original.</summary>
    public string? SourceLocale { get; init; }

    /// <summary>Since when its source says something else to the public than what it was made from, UTC; null if it does not.</summary>
    public DateTime? OutdatedSince { get; init; }
}
