namespace SayNo.Content.Storage;

/// <summary>What a <see cref="Change"/> says has happened.</summary>
public enum ChangeKind
{
    Published = 1,
    Unpublished = 2,
    Deleted = 3,

    /// <summary>Content types or settings are no longer what they were.</summary>
    Defined = 4,

    /// <summary>A public item has another slug, place or scope; what its variants say is unchanged.</summary>
    Moved = 5,
}

/// <summary>One row of the change log, which everything that is public follows.</summary>
public sealed class Change
{
    /// <summary>1, 2, 3 ... in the order of commit, without gaps.</summary>
    public required long Sequence { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>The item's id; empty for <see cref="ChangeKind.Defined"/>.</summary>
    public required string ItemId { get; init; }

    public required string Type { get; init; }

    public required string Scope { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    public string? VersionId { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }
}

/// <summary>The last number given in the change log: one row, locked by whoever appends.</summary>
public sealed class ChangeLogHead
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    public long Sequence { get; set; }
}
