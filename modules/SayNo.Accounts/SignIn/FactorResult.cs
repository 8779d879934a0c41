namespace SayNo.Accounts.SignIn;

/// <summary>What came of changing what somebody signs in with.</summary>
public sealed record FactorResult
{
    public static readonly FactorResult Done = new();

    /// <summary>The sign-in is too old for it, or it was only half of one.</summary>
    public static readonly FactorResult NeedsSignIn = new() { MustSignIn = true };

    public bool MustSignIn { get; init; }

    public AccountProblem? Problem { get; init; }

    /// <summary>New recovery codes, which are shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Whether the letter about it could not be sent.</summary>
    public bool IsUnsent { get; init; }

    public bool IsDone => !MustSignIn && Problem is null;

    public static FactorResult Refused(string field, string sentence, params object[] values) => new() { Problem = new(field, sentence, values) };
}
