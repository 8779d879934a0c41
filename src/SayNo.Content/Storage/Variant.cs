namespace SayNo.Content.Storage;

/// <summary>One item in one locale, or, with the empty locale, the values that are the same in every language.</summary>
public sealed class Variant
{
    /// <summary>The locale of the neutral variant.</summary>
    public const string Neutral = "";

    public required string Id { get; init; }

    public required string ItemId { get; init; }

    public ContentItem? Item { get; init; }

    /// <summary>BCP 47 tag, or <see cref="Neutral"/>.</summary>
    public required string Locale { get; init; }

    /// <summary>Number of the newest version; the next one gets the next number.</summary>
    public int LastNumber { get; set; }

    public string? DraftId { get; set; }

    /// <summary>What editors work on; none if nothing has changed since publishing.</summary>
    public ContentVersion? Draft { get; set; }

    public string? PublishedId { get; set; }

    /// <summary>What visitors see; none if the variant is not public.</summary>
    public ContentVersion? Published { get; set; }

    public bool IsNeutral => Locale.Length == 0;
}
