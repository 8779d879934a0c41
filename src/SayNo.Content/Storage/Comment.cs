namespace SayNo.Content.Storage;

/// <summary>What one colleague tells the others about a field, or about the text as a whole. It is never public.</summary>
public sealed class Comment
{
    public required string Id { get; init; }

    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>Name of the field, or empty for the text as a whole.</summary>
    public required string Field { get; init; }

    public required string Text { get; init; }

    /// <summary>True for the reason why a text was sent back.</summary>
    public bool IsRejection { get; init; }

    public required string AuthorId { get; init; }

    public required string Author { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When somebody said that it is dealt with; null while it is open.</summary>
    public DateTime? ResolvedAt { get; set; }

    public string? ResolvedBy { get; set; }
}
