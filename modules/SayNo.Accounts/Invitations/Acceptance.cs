namespace SayNo.Accounts.Invitations;

/// <summary>What came of using a link.</summary>
/// <param name="State">Of the link when it was used; <see cref="InvitationState.Open"/> if the link is good.</param>
/// <param name="Problems">What the person must mend before the account can be made.</param>
/// <param name="Account">The account that was made.</param>
public sealed record Acceptance(InvitationState State, IReadOnlyList<AccountProblem> Problems, Account? Account)
{
    public static Acceptance Of(Account account) => new(InvitationState.Open, [], account);

    public static Acceptance Refused(InvitationState state) => new(state, [], null);

    public static Acceptance Refused(params IReadOnlyList<AccountProblem> problems) => new(InvitationState.Open, problems, null);
}
