using SayNo.Content.Publishing;

namespace SayNo.Accounts.Invitations;

/// <summary>Lets one person make one account, with the grant it names, by a link that works once and for a day.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the link's token. The token itself is kept nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Whom it is for; none only as long as the site has no administrator.</summary>
    public string? Email { get; init; }

    /// <summary>The address in the form in which two spellings of it are equal.</summary>
    public string? NormalizedEmail { get; init; }

    public required Role Role { get; init; }

    /// <summary>The scopes of the grant with a blank between them.</summary>
    public required string Scopes { get; init; }

    /// <summary>The locales of the grant with a blank between them.</summary>
    public required string Locales { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; init; }

    /// <summary>When a newer link took its place.</summary>
    public DateTime? ReplacedAt { get; init; }

    /// <summary>The account that was made with it.</summary>
    public Guid? AccountId { get; init; }

    public InvitationState StateAt(DateTime now) => this switch
    {
        { UsedAt: not null } => InvitationState.Used,
        { ReplacedAt: not null } => InvitationState.Replaced,
        _ when ExpiresAt <= now => InvitationState.Expired,
        _ => InvitationState.Open,
    };
}

/// <summary>Whether a link still makes an account, and if not, why.</summary>
public enum InvitationState
{
    Unknown,
    Open,
    Used,
    Replaced,
    Expired,
}
