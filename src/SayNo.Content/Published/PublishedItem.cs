using System.Collections.Immutable;

namespace SayNo.Content.Published;

/// <summary>An item as far as it is public.</summary>
public sealed record PublishedItem
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public int Order { get; init; }

    /// <summary>For an override: the id of the campaign's item that it replaces in its scope.</summary>
    public string? OverrideOf { get; init; }

    /// <summary>The values that are the same in every language; none if the type has no such field.</summary>
    public PublishedVersion? Neutral { get; init; }

    /// <summary>
    /// The texts that are public, by BCP 47 tag in ordinal order. Ask <see cref="Resolver.LocalesOf"/> where the item is public: what needs no
    /// text is so without any.
    /// </summary>
    public ImmutableSortedDictionary<string, PublishedVersion> Locales { get; init; } =
        ImmutableSortedDictionary<string, PublishedVersion>.Empty.WithComparers(StringComparer.Ordinal);
}

/// <summary>The published version of one variant.</summary>
public sealed record PublishedVersion
{
    public required string Id { get; init; }

    public required int Number { get; init; }

    public required ContentValues Values { get; init; }

    /// <summary>False while nobody but the translator has read the text.</summary>
    public required bool IsReviewed { get; init; }

    public required DateTime PublishedAt { get; init; }
}
