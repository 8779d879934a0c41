namespace SayNo.Accounts.People;

/// <summary>What came of something that an administrator did with somebody's account.</summary>
/// <param name="Problem">Why it was not done; null if it was.</param>
/// <param name="IsUnsent">Whether the letter about it could not be sent.</param>
public sealed record DeskResult(AccountProblem? Problem = null, bool IsUnsent = false)
{
    public static readonly DeskResult Done = new();

    public static readonly DeskResult Gone = Refused("", "There is no such account any more.");

    public static readonly DeskResult Own = Refused("", "This is your own account. Another administrator must do this.");

    public static readonly DeskResult LastAdministrator =
        Refused("", "This is the last administrator. Make somebody else an administrator first, or nobody could let people in any more.");

    public bool IsDone => Problem is null;

    public static DeskResult Refused(string field, string sentence, params object[] values) => new(new AccountProblem(field, sentence, values));
}
