namespace SayNo.Content.Auditing;

/// <summary>The names under which acts stand in the audit log: what was acted on, and the verb.</summary>
public static class Acts
{
    public const string Create = "content.create";
    public const string CreateOverride = "content.override";
    public const string Save = "content.save";
    public const string SaveMinor = "content.save.minor";
    public const string Submit = "content.submit";
    public const string Approve = "content.approve";
    public const string Reject = "content.reject";
    public const string Publish = "content.publish";
    public const string Unpublish = "content.unpublish";
    public const string Archive = "content.archive";
    public const string Confirm = "content.confirm";
    public const string Restore = "content.restore";
    public const string Delete = "content.delete";
    public const string Unarchive = "content.unarchive";
    public const string Amend = "content.amend";
    public const string Import = "content.import";
    public const string Arrange = "content.arrange";
    public const string Schedule = "content.schedule";
    public const string CancelSchedule = "content.schedule.cancel";
    public const string Comment = "content.comment";
    public const string ResolveComment = "content.comment.resolve";
    public const string CheckContact = "contact.check";
    public const string CreatePreviewLink = "preview.create";
    public const string RevokePreviewLink = "preview.revoke";
    public const string CreateRelease = "release.create";
    public const string ChangeRelease = "release.change";
    public const string PlanRelease = "release.plan";
    public const string CallOffRelease = "release.call-off";
    public const string PublishRelease = "release.publish";

    /// <summary>A planned release was stopped: nothing of it is public, and somebody must look.</summary>
    public const string StopRelease = "release.stop";
    public const string DropRelease = "release.drop";
    public const string UndoRelease = "release.undo";
    public const string AddMedia = "media.add";
    public const string ChangeMedia = "media.change";
    public const string DescribeMedia = "media.describe";
    public const string ReplaceMedia = "media.replace";
    public const string DeleteMedia = "media.delete";
    public const string AskForAlert = "alert.ask";
    public const string ShowAlert = "alert.show";
    public const string ExtendAlert = "alert.extend";
    public const string EndAlert = "alert.end";
    public const string Define = "site.define";
    public const string SignIn = "account.sign-in";
    public const string SignOut = "account.sign-out";
    public const string SignOutEverywhere = "account.sign-out-everywhere";
    public const string Invite = "account.invite";
    public const string CreateAccount = "account.create";
    public const string ChangeAccount = "account.change";
    public const string ChangeGrants = "account.grants";
    public const string RevokeInvitation = "account.invite.revoke";
    public const string DeleteAccount = "account.delete";
    public const string AskForRecovery = "account.recovery.ask";
    public const string ConfirmRecovery = "account.recovery.confirm";
    public const string DropRecovery = "account.recovery.drop";
    public const string LockAccount = "account.lock";
    public const string ChangePassword = "account.password";
    public const string AddPasskey = "account.passkey.add";
    public const string RemovePasskey = "account.passkey.remove";
    public const string ChangeTotp = "account.totp";
    public const string UseRecoveryCode = "account.recovery-code";
    public const string TieOpenId = "account.openid";
    public const string BreakGlass = "account.break-glass";
    public const string ReadAudit = "audit.read";
}
