namespace SayNo.Accounts.People;

/// <summary>An administrator asks that somebody who lost everything may set up their account anew; another one must agree.</summary>
public sealed class RecoveryRequest
{
    public required Guid AccountId { get; init; }

    /// <summary>The account of the administrator who asks.</summary>
    public required string AskedById { get; init; }

    public required string AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>How the administrator knows that it is the person.</summary>
    public required string Reason { get; init; }
}
