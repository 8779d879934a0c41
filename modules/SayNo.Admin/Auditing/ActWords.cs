using SayNo.Content.Auditing;
using SayNo.Web.Localization;

namespace SayNo.Admin.Auditing;

/// <summary>Says the acts of the audit log in words. An act that no sentence is known for is shown by its name: nothing is left out.</summary>
public static class ActWords
{
    private const string Refused = "refused.";

    /// <summary>The acts that a list can be narrowed to: each group with the beginning of its names.</summary>
    public static IReadOnlyList<ActGroup> Groups { get; } =
    [
        new("content.", "Texts",
        [
            Acts.Create, Acts.CreateOverride, Acts.Save, Acts.SaveMinor, Acts.Submit, Acts.Approve, Acts.Reject, Acts.Publish, Acts.Unpublish, Acts.Schedule,
            Acts.CancelSchedule, Acts.Amend, Acts.Arrange, Acts.Confirm, Acts.Comment, Acts.ResolveComment, Acts.Restore, Acts.Archive,
            Acts.Unarchive, Acts.Delete, Acts.Import,
        ]),
        new("release.", "Releases",
        [
            Acts.CreateRelease, Acts.ChangeRelease, Acts.PlanRelease, Acts.CallOffRelease, Acts.PublishRelease, Acts.StopRelease, Acts.DropRelease,
            Acts.UndoRelease,
        ]),
        new("alert.", "Red button", [Acts.AskForAlert, Acts.ShowAlert, Acts.ExtendAlert, Acts.EndAlert]),
        new("contact.", "Contacts", [Acts.CheckContact]),
        new("preview.", "Links to drafts", [Acts.CreatePreviewLink, Acts.RevokePreviewLink]),
        new("media.", "Pictures and films", [Acts.AddMedia, Acts.ChangeMedia, Acts.DescribeMedia, Acts.ReplaceMedia, Acts.DeleteMedia]),
        new("account.", "Accounts",
        [
            Acts.SignIn, Acts.SignOut, Acts.SignOutEverywhere, Acts.Invite, Acts.CreateAccount, Acts.ChangeAccount, Acts.ChangeGrants,
            Acts.LockAccount, Acts.DeleteAccount,
            Acts.RevokeInvitation, Acts.AskForRecovery, Acts.ConfirmRecovery, Acts.DropRecovery, Acts.ChangePassword, Acts.AddPasskey, Acts.RemovePasskey, Acts.ChangeTotp, Acts.UseRecoveryCode, Acts.TieOpenId, Acts.BreakGlass,
        ]),
        new("site.", "The website", [Acts.Define]),
        new("audit.", "The audit log", [Acts.ReadAudit]),
        new(Refused, "Attempts without the right to it", []),
    ];

    public static string Of(string act, PoLocalizer l) => act.StartsWith(Refused, StringComparison.Ordinal)
        ? l["Tried without the right to: {0}", act[Refused.Length..]].Value
        : SentenceOf(act) is { } sentence ? l[sentence].Value : act;

    private static string? SentenceOf(string act) => OfContent(act) ?? OfReleases(act) ?? OfAccounts(act) ?? act switch
    {
        Acts.CheckContact => "Checked a contact",
        Acts.CreatePreviewLink => "Made a link to a draft",
        Acts.RevokePreviewLink => "Ended a link to a draft",
        Acts.AddMedia => "Brought a file to the library",
        Acts.ChangeMedia => "Changed the name of a file, or what matters most in it",
        Acts.DescribeMedia => "Said what a picture shows",
        Acts.ReplaceMedia => "Replaced a file wherever it is used",
        Acts.DeleteMedia => "Deleted a file of the library",
        Acts.Define => "Changed content types or settings",
        Acts.ReadAudit => "Took a copy of the audit log",
        _ => null,
    };

    private static string? OfContent(string act) => act switch
    {
        Acts.Create => "Began a text",
        Acts.CreateOverride => "Began a country's own wording",
        Acts.Save => "Saved a draft",
        Acts.SaveMinor => "Saved a minor edit",
        Acts.Submit => "Sent to review",
        Acts.Approve => "Approved",
        Acts.Reject => "Sent back",
        Acts.Publish => "Published",
        Acts.Unpublish => "Took from the public",
        Acts.Schedule => "Planned a publication or its end",
        Acts.CancelSchedule => "Called off a plan",
        Acts.Amend => "Corrected what is public",
        Acts.Arrange => "Changed the order",
        Acts.Confirm => "Confirmed that a text still fits its source",
        Acts.Comment => "Wrote a comment",
        Acts.ResolveComment => "Dealt with a comment",
        Acts.Restore => "Restored an older version",
        Acts.Archive => "Archived",
        Acts.Unarchive => "Took out of the archive",
        Acts.Delete => "Deleted",
        Acts.Import => "Imported",
        _ => null,
    };

    private static string? OfReleases(string act) => act switch
    {
        Acts.CreateRelease => "Began a release",
        Acts.ChangeRelease => "Changed a release",
        Acts.PlanRelease => "Planned a release",
        Acts.CallOffRelease => "Called off a release",
        Acts.PublishRelease => "Published a release",
        Acts.StopRelease => "A planned release was stopped",
        Acts.DropRelease => "Put away a release",
        Acts.UndoRelease => "Prepared to take back a release",
        Acts.AskForAlert => "Prepared an alert at the red button",
        Acts.ShowAlert => "Confirmed an alert of the red button",
        Acts.ExtendAlert => "Extended an alert",
        Acts.EndAlert => "Ended an alert",
        _ => null,
    };

    private static string? OfAccounts(string act) => act switch
    {
        Acts.SignIn => "Signed in",
        Acts.SignOut => "Signed out",
        Acts.SignOutEverywhere => "Ended all sessions of an account",
        Acts.Invite => "Invited somebody",
        Acts.CreateAccount => "Created an account",
        Acts.ChangeAccount => "Changed an account",
        Acts.ChangeGrants => "Changed what somebody may do",
        Acts.LockAccount => "Locked or unlocked an account",
        Acts.DeleteAccount => "Deleted an account",
        Acts.RevokeInvitation => "Took back an invitation",
        Acts.AskForRecovery => "Asked to have an account set up anew",
        Acts.ConfirmRecovery => "Agreed that an account is set up anew",
        Acts.DropRecovery => "Refused to have an account set up anew",
        Acts.ChangePassword => "Changed a password",
        Acts.AddPasskey => "Added a passkey",
        Acts.RemovePasskey => "Removed a passkey",
        Acts.ChangeTotp => "Changed the app for codes",
        Acts.UseRecoveryCode => "Used or renewed recovery codes",
        Acts.TieOpenId => "Tied an account to a sign-in elsewhere",
        Acts.BreakGlass => "Had an account set up anew",
        _ => null,
    };
}

/// <summary>Acts of one kind.</summary>
/// <param name="Start">What the names of all of them begin with.</param>
/// <param name="Text">The English words that PO files translate.</param>
/// <param name="Acts">The names.</param>
public sealed record ActGroup(string Start, string Text, IReadOnlyList<string> Acts);
