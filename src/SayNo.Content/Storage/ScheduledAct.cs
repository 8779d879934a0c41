namespace SayNo.Content.Storage;

/// <summary>What shall happen by itself.</summary>
public enum ScheduledKind
{
    Publish = 1,

    /// <summary>Expiry: the variant is taken from the public.</summary>
    Unpublish = 2,
}

/// <summary>What became of it.</summary>
public enum ScheduledState
{
    Waiting = 0,
    Done = 1,

    /// <summary>It cannot be done as things are; an editor must look.</summary>
    Failed = 2,
    Cancelled = 3,
}

/// <summary>One variant to be published, or taken from the public, at a moment to come.</summary>
public sealed class ScheduledAct
{
    public required string Id { get; init; }

    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public required ScheduledKind Kind { get; init; }

    /// <summary>For publishing: the version that was agreed on. A newer one is not published in its place.</summary>
    public string? VersionId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DueAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string ById { get; init; }

    public required string By { get; init; }

    public ScheduledState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next, UTC; the due moment before the first attempt.</summary>
    public required DateTime NextTryAt { get; set; }

    /// <summary>When it was done, failed for good or was cancelled, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What went wrong last, in a sentence for editors.</summary>
    public string? Problem { get; set; }
}
