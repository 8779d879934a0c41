namespace SayNo.Content.Storage;

/// <summary>One act, or one refused attempt. The hash of each entry holds that of the entry before, so that nothing can be changed or left out unseen.</summary>
public sealed record AuditEntry
{
    /// <summary>1, 2, 3 ... without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account; empty for the program itself, and for somebody who is not signed in.</summary>
    public required string ActorId { get; init; }

    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>content.publish</c>; a name of <see cref="Auditing.Acts"/>.</summary>
    public required string Act { get; init; }

    /// <summary>True if it was tried and refused.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The id of the item, the account or the setting; empty if there is none.</summary>
    public required string Target { get; init; }

    /// <summary><c>EU</c> or a country; empty if the act belongs to none.</summary>
    public required string Scope { get; init; }

    /// <summary>BCP 47 tag, or empty.</summary>
    public required string Locale { get; init; }

    /// <summary>What was so before, as JSON; null if nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What is so now, as JSON; null if nothing.</summary>
    public string? After { get; init; }

    /// <summary>The reason or the comment that was given.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256, in hexadecimal, of the hash before and of all the members above.</summary>
    public required string Hash { get; init; }
}
