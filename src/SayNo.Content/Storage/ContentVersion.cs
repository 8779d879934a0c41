namespace SayNo.Content.Storage;

/// <summary>One saved state of a variant. It is never changed after it was written, except for when it was published.</summary>
public sealed class ContentVersion
{
    public required string Id { get; init; }

    public required string VariantId { get; init; }

    /// <summary>1, 2, 3 ... within its variant, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The values as one JSON object: field name to stored value.</summary>
    public required string Data { get; init; }

    /// <summary>False while nobody but the translator has read the text.</summary>
    public bool IsReviewed { get; init; } = true;

    public required string Author { get; init; }

    /// <summary>The author's account; empty for the program itself and for recipes.</summary>
    public string AuthorId { get; init; } = "";

    /// <summary>The version that it was written from; null for the first one, and for what recipes bring.</summary>
    public string? BasedOn { get; init; }

    /// <summary>For a translation or an override: what it was made from, as <see cref="Publishing.MadeFrom"/>; else null.</summary>
    public string? MadeFrom { get; init; }

    /// <summary>Which of it says the same as the version before in other words, as a <c>MinorEdit</c>; null if nothing was said of it.</summary>
    public string? Replaces { get; init; }

    public string? Comment { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? PublishedAt { get; set; }
}
