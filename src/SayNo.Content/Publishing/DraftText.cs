namespace SayNo.Content.Publishing;

/// <summary>What an editor wants to save for one item in one locale.</summary>
public sealed record DraftText
{
    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required ContentValues Values { get; init; }

    /// <summary>The id of the version that the editor began with; none if there was none. If another is there now, nothing is saved.</summary>
    public string? BasedOn { get; init; }

    /// <summary>False while nobody but the translator has read the text.</summary>
    public bool IsReviewed { get; init; } = true;

    /// <summary>For a translation or an override: what it was made from; none leaves what the version before says.</summary>
    public MadeFrom? MadeFrom { get; init; }

    /// <summary>For a translation or an override: the version of its source that stood beside the form; none stands for what is public now.</summary>
    public string? SourceId { get; init; }

    /// <summary>
    /// True if the writer says that it means the same as the version before it, so that no translation need follow. It is about the words of what
    /// was there before: what is added, taken away or moved is told to translators all the same.
    /// </summary>
    public bool IsMinor { get; init; }

    public string? Comment { get; init; }
}

/// <summary>An item to create. Its texts come as drafts.</summary>
public sealed record NewItem
{
    public required string Type { get; init; }

    /// <summary><c>EU</c> for the campaign, else a country.</summary>
    public required string Scope { get; init; }

    public required string Slug { get; init; }

    public int Order { get; init; }
}
