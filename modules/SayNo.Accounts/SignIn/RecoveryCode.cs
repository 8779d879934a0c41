namespace SayNo.Accounts.SignIn;

/// <summary>A code on paper that takes the place of a lost app, once.</summary>
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the code. The code itself is kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    public DateTime? UsedAt { get; init; }
}
