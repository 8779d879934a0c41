namespace SayNo.Accounts.Sessions;

/// <summary>One browser in which somebody is signed in, or half way there.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key in the browser's cookie. The key itself is kept nowhere.</summary>
    public required byte[] Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What was shown beside the password, or instead of it.</summary>
    public required Factor Factor { get; init; }

    /// <summary>When the person proved who they are.</summary>
    public required DateTime CreatedAt { get; init; }

    public required DateTime SeenAt { get; init; }

    /// <summary>When it ends, however busy it is.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was ended by somebody: by signing out, here or everywhere.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Such as "Firefox on Windows": enough to know one's own by, and nothing more.</summary>
    public required string Device { get; init; }
}

/// <summary>By what somebody proved who they are, beyond the password.</summary>
public enum Factor
{
    /// <summary>Nothing yet: the password was right, and the rest is to come.</summary>
    None,
    Passkey,
    Totp,
    RecoveryCode,

    /// <summary>A sign-in elsewhere that asked for a second factor itself.</summary>
    External,
}

/// <summary>Whether a session still lets in.</summary>
public enum SessionState
{
    /// <summary>Signed in.</summary>
    Open,

    /// <summary>The password was right; the code, or setting up what makes codes, is still to come.</summary>
    Half,

    /// <summary>It ran out by itself: whoever sent something with it meant well.</summary>
    TimedOut,

    /// <summary>Somebody ended it, or the account is locked.</summary>
    Ended,
}
