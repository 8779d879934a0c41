namespace SayNo.Accounts.Invitations;

/// <summary>A link that was given out, or why there is none.</summary>
public sealed record InvitationLink
{
    public InvitationLink(string path, DateTime expiresAt) => (Path, ExpiresAt) = (path, expiresAt);

    public InvitationLink(AccountProblem problem) => Problem = problem;

    /// <summary>Where it leads on this site. This is the only time it is ever known: show it, and log it nowhere.</summary>
    public string? Path { get; }

    public DateTime ExpiresAt { get; }

    public AccountProblem? Problem { get; }
}
