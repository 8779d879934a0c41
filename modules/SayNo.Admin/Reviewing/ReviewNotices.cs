using SayNo.Web.Localization;

namespace SayNo.Admin.Reviewing;

/// <summary>The sentences that the screens of a text show after something was done; the address holds only the key of one.</summary>
public static class ReviewNotices
{
    public const string Submitted = "submitted";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    /// <summary>Published, and visitors see it.</summary>
    public const string Published = "published";

    /// <summary>Published, and this node does not show it yet.</summary>
    public const string PublishedSoon = "published-soon";
    public const string Unpublished = "unpublished";
    public const string UnpublishedSoon = "unpublished-soon";
    public const string Archived = "archived";
    public const string Unarchived = "unarchived";
    public const string Planned = "planned";
    public const string CalledOff = "called-off";
    public const string Restored = "restored";
    public const string RestoredAlready = "restored-already";
    public const string Commented = "commented";
    public const string Resolved = "resolved";
    public const string Revoked = "revoked";

    public static string? Of(string? key, PoLocalizer l) => (key switch
    {
        Submitted => l["It was sent to review. Whoever may publish it sees it on their first screen."],
        Approved => l["It is approved. Visitors see it when it is published."],
        Rejected => l["It was sent back. Its author reads your reason beside the text."],
        Published => l["It is published, and visitors see it now."],
        PublishedSoon => l["It is published. Visitors will see it in a moment."],
        Unpublished => l["It was taken from the public. Its text is a draft now."],
        UnpublishedSoon => l["It was taken from the public. In a moment no visitor will see it any more."],
        Archived => l["It was put into the archive."],
        Unarchived => l["It was taken out of the archive."],
        Planned => l["The plan was kept."],
        CalledOff => l["It was called off."],
        Restored => l["The old text is the newest draft now. Visitors do not see it before it is published."],
        RestoredAlready => l["Nothing was changed: the newest text says the same."],
        Commented => l["Your comment was added."],
        Resolved => l["The comment is dealt with."],
        Revoked => l["The link does not work any more."],
        _ => null,
    })?.Value;
}
