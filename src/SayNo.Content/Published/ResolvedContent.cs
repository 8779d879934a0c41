using System.Text.Json;

namespace SayNo.Content.Published;

/// <summary>One document in one locale, as the page, the API and the export show it.</summary>
public sealed record ResolvedContent
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public required int Order { get; init; }

    /// <summary>The locale that was asked for.</summary>
    public required string Locale { get; init; }

    /// <summary>For a country's own wording: the id of the campaign's item that it replaces.</summary>
    public string? OverrideOf { get; init; }

    /// <summary>False if a text in <see cref="Values"/> has been read by nobody but its translator.</summary>
    public required bool IsReviewed { get; init; }

    /// <summary>When the newest part of it was published, UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>The locales in which the item itself is public.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>The values in the order of the type's fields; a missing one is absent.</summary>
    public required IReadOnlyDictionary<string, ResolvedValue> Values { get; init; }
}

/// <summary>A value and where it comes from.</summary>
/// <param name="Value">The stored value.</param>
/// <param name="Locale">The locale it was written in; empty if it is the same in every language.</param>
/// <param name="IsFallback">True if it stands in for a value that the asked locale lacks.</param>
public sealed record ResolvedValue(JsonElement Value, string Locale, bool IsFallback);
