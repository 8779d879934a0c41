namespace SayNo.Content.Storage;

/// <summary>How far a release has come.</summary>
public enum ReleaseState
{
    /// <summary>People put texts into it.</summary>
    Open = 0,

    /// <summary>It runs by itself at its moment; until then nothing of it can be changed.</summary>
    Planned = 1,

    /// <summary>All of it is public.</summary>
    Done = 2,

    /// <summary>Its moment has come and something stopped it: nothing of it is public.</summary>
    Stopped = 3,

    /// <summary>Nobody wants it any more.</summary>
    Dropped = 4,
}

/// <summary>Several texts that become public in one moment, or none of them.</summary>
public sealed class Release
{
    public const int LongestName = 120;

    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary><c>EU</c>, which may hold texts of every owner, or a country, which holds its own.</summary>
    public required string Scope { get; init; }

    public ReleaseState State { get; set; }

    /// <summary>Grows with every change: whoever decides says which one they have looked at.</summary>
    public int Revision { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string ById { get; init; }

    public required string By { get; init; }

    /// <summary>The release that this one takes back.</summary>
    public string? UndoOf { get; init; }

    /// <summary>When it runs by itself, UTC.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>When it is tried next, UTC.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Attempts { get; set; }

    public string? PlannedById { get; set; }

    public string? PlannedBy { get; set; }

    /// <summary>When it was done, stopped or dropped, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>What went wrong last, in a sentence for editors.</summary>
    public string? Problem { get; set; }

    public List<ReleaseEntry> Entries { get; init; } = [];
}

/// <summary>What a release does with one text.</summary>
public enum ReleaseAct
{
    /// <summary>Its draft becomes public.</summary>
    Publish = 1,

    /// <summary>An older version becomes public again, as a new version; a draft stays as it is.</summary>
    Restore = 2,

    /// <summary>It is taken from the public.</summary>
    Unpublish = 3,
}

/// <summary>One text of a release. It names its item without a key to it: an item that was deleted must stop the release, not shrink it.</summary>
public sealed class ReleaseEntry
{
    public required string ReleaseId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>Who owned the item when it was put in.</summary>
    public required string Scope { get; init; }

    public required ReleaseAct Act { get; set; }

    /// <summary>The version that was agreed on; none if the text is to be taken from the public.</summary>
    public string? VersionId { get; set; }

    /// <summary>For an undo: the version that must still be public; null if none may be.</summary>
    public string? InsteadOf { get; set; }

    /// <summary>Once it is done: what was public before.</summary>
    public string? BeforeId { get; set; }

    /// <summary>Once it is done: what is public since.</summary>
    public string? AfterId { get; set; }

    public required DateTime AddedAt { get; set; }

    public required string AddedById { get; set; }

    public required string AddedBy { get; set; }
}
