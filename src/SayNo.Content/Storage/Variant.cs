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

    /// <summary>How far the draft has come; <see cref="Stage.Draft"/> while there is none.</summary>
    public Stage Stage { get; set; }

    /// <summary>When it was put away; null while it is in use.</summary>
    public DateTime? ArchivedAt { get; set; }

    public bool IsNeutral => Locale.Length == 0;

    /// <summary>The state that editors see. A draft may stand beside what is public: <see cref="Published"/> tells.</summary>
    public VariantState State => StateOf(ArchivedAt, DraftId, PublishedId, Stage);

    /// <summary>What an editor sees: the draft, else what is public.</summary>
    public ContentVersion? Newest => Draft ?? Published;

    /// <summary>The state of a variant of which only the columns were read.</summary>
    public static VariantState StateOf(DateTime? archivedAt, string? draftId, string? publishedId, Stage stage) => (archivedAt, draftId, publishedId) switch
    {
        (not null, _, _) => VariantState.Archived,
        (null, not null, _) => (VariantState)((int)stage + 1),
        (null, null, not null) => VariantState.Published,
        _ => VariantState.Empty,
    };

    /// <summary>Makes the draft public; what was public before stays in the history.</summary>
    public void Publish(DateTime at)
    {
        Published = Draft ?? throw new InvalidOperationException($"Variant {Id} has no draft to publish.");
        Published.PublishedAt ??= at;
        Draft = null;
        Stage = Stage.Draft;
        ArchivedAt = null;
    }

    /// <summary>Sets both pointers; a draft that is new has to be reviewed, and what becomes public is not put away.</summary>
    public void Point(ContentVersion? draft, ContentVersion? published)
    {
        Stage = draft?.Id == DraftId ? Stage : Stage.Draft;
        ArchivedAt = published is null ? ArchivedAt : null;
        (Draft, Published) = (draft, published);
    }

    /// <summary>Takes the variant from the public; its text becomes the draft, unless there is a newer one.</summary>
    public void Unpublish()
    {
        Draft ??= Published;
        Published = null;
    }
}
