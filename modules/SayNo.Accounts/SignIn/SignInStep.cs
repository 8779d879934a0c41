namespace SayNo.Accounts.SignIn;

/// <summary>What came of one step of signing in.</summary>
public sealed record SignInStep
{
    /// <summary>The same for every reason that has to do with the account, so that it says nothing about which accounts there are.</summary>
    public static readonly SignInStep Refused = new()
    {
        Problem = new("", "The e-mail address and the password do not belong together, or there were too many wrong tries. After five, an account is closed for 15 minutes."),
    };

    public static readonly SignInStep WrongCode = new()
    {
        Problem = new("Code", "This code is not right, or it was used already. Wait for the next one and enter it. After five wrong tries the account is closed for 15 minutes."),
    };

    public static readonly SignInStep NoPasskey = new()
    {
        Problem = new("", "The passkey was not accepted. Try again, or sign in with your password."),
    };

    public static readonly SignInStep Wait = new()
    {
        Problem = new("", "There are many wrong tries at this moment. Wait a minute, then try again, or use a passkey."),
    };

    /// <summary>The key of the new session; null if there is none.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a code is asked for next; without one it must be set up first.</summary>
    public bool HasSecondFactor { get; init; }

    public AccountProblem? Problem { get; init; }
}
