using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Releases;

/// <summary>Says how far a release has come and what it does.</summary>
public static class ReleaseWords
{
    public const string Created = "created";
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Planned = "planned";
    public const string CalledOff = "called-off";
    public const string Published = "published";
    public const string PublishedSoon = "published-soon";
    public const string Dropped = "dropped";
    public const string Undone = "undo";
    public const string Revoked = "revoked";

    public static string State(ReleaseState state, PoLocalizer l) => state switch
    {
        ReleaseState.Open => l["Being prepared"].Value,
        ReleaseState.Planned => l["Planned"].Value,
        ReleaseState.Done => l["Public"].Value,
        ReleaseState.Stopped => l["Stopped"].Value,
        _ => l["Put away"].Value,
    };

    /// <summary>The name of a state in styles.</summary>
    public static string Key(ReleaseState state) => state switch
    {
        ReleaseState.Planned => "approved",
        ReleaseState.Done => "published",
        ReleaseState.Stopped => "review",
        _ => "draft",
    };

    /// <summary>When it happens or happened; empty while nobody has decided.</summary>
    public static string When(ReleaseRow row, PoLocalizer l) => row switch
    {
        { State: ReleaseState.Planned, DueAt: { } due } => l["on {0}", Moments.Text(due, row.Scope, l)].Value,
        { State: ReleaseState.Stopped, DueAt: { } due } => l["should have been public on {0}", Moments.Text(due, row.Scope, l)].Value,
        { State: ReleaseState.Done, EndedAt: { } ended } => l["since {0}", Moments.Text(ended, row.Scope, l)].Value,
        _ => "",
    };

    public static string Act(ReleaseAct act, int? version, PoLocalizer l) => act switch
    {
        ReleaseAct.Publish => l["Version {0} becomes public", version ?? 0].Value,
        ReleaseAct.Restore => l["Version {0} becomes public again", version ?? 0].Value,
        _ => l["It is taken from the public"].Value,
    };

    /// <summary>The sentence that a screen shows after something was done; the address holds only the key of it.</summary>
    public static string Notice(string? key, PoLocalizer l) => (key switch
    {
        Created => l["The release was begun. Put texts into it: choose them in the list of texts, or on the screen of a text."],
        Added => l["The texts are in the release, as they are now."],
        Removed => l["It was taken out of the release. The draft stays."],
        Planned => l["The release was planned. Until then nothing of it can be changed, unless the plan is called off."],
        CalledOff => l["The plan was called off. The release stays as it is."],
        Published => l["The whole release is public, and visitors see it now."],
        PublishedSoon => l["The whole release is public. Visitors will see it in a moment."],
        Dropped => l["The release was put away. Its drafts stay."],
        Undone => l["This release takes the other one back. Look at it, then publish it."],
        Revoked => l["The link does not work any more."],
        _ => null,
    })?.Value ?? "";
}
