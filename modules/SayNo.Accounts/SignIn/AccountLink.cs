namespace SayNo.Accounts.SignIn;

/// <summary>A link that lets one person mend their own account: once, and not for long.</summary>
public sealed class AccountLink
{
    /// <summary>SHA-256 of the link's token. The token itself is kept nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    public required Guid AccountId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; init; }
}

/// <summary>What a link of an account is for.</summary>
public enum LinkPurpose
{
    /// <summary>A new password; the second factor stays needed.</summary>
    Password,

    /// <summary>A new password and new second factors, for somebody who lost everything.</summary>
    Everything,
}
