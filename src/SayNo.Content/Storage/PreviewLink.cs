namespace SayNo.Content.Storage;

/// <summary>An address under which somebody without an account sees one unpublished text, or a whole release, as visitors will.</summary>
public sealed class PreviewLink
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token in the address, in hexadecimal; the token itself is known only when the link is made.</summary>
    public required string TokenHash { get; init; }

    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>The release that it shows the whole of, in the place of the one text; the text is then the first one of it.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>The public page that it opens first, such as <c>/at/de</c>.</summary>
    public required string Path { get; init; }

    public required string ById { get; init; }

    public required string By { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; set; }
}
