using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.Sessions;

/// <summary>The session of a request, with its account as the database has it at that moment.</summary>
public sealed record CurrentSession
{
    public required Session Session { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Whether the account has something to prove itself by beyond the password.</summary>
    public required bool HasSecondFactor { get; init; }

    public required bool IsLocked { get; init; }

    public required IReadOnlyList<AccountGrant> Grants { get; init; }

    public Editor Editor => new(Session.AccountId.ToString(), Name, [.. Grants.Select(one => one.Grant)]);

    /// <summary>Whether the person proved who they are so lately that they may change what they sign in with.</summary>
    public bool IsFreshAt(DateTime now, SessionLimits limits) => Session.CreatedAt + limits.Fresh > now;

    public SessionState StateAt(DateTime now, SessionLimits limits) => this switch
    {
        { Session.EndedAt: not null } or { IsLocked: true } => SessionState.Ended,
        _ when Session.ExpiresAt <= now || Session.SeenAt + limits.Idle <= now => SessionState.TimedOut,
        { Session.Factor: Factor.None } => SessionState.Half,
        _ => SessionState.Open,
    };
}
