using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>A few values that change in public without a review, such as when a contact was last called.</summary>
public sealed record Amendment
{
    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>The stored values by field; null takes a value away.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Changes { get; init; }

    public string? Comment { get; init; }

    /// <summary>The name under which it stands in the audit log.</summary>
    public string Act { get; init; } = Acts.Amend;

    /// <summary>True if a draft that was never public takes the values as well; else such a variant is refused.</summary>
    public bool EvenIfNotPublic { get; init; }

    /// <summary>
    /// What a module keeps about it, in the same transaction and from what is there at that moment. If it answers false, nothing is done.
    /// </summary>
    public Func<CmsDb, ContentValues, CancellationToken, Task<bool>>? Along { get; init; }
}
