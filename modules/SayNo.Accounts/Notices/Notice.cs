namespace SayNo.Accounts.Notices;

/// <summary>Something that one person should hear of: in the admin, and perhaps in a letter.</summary>
public sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required NoticeEvent Event { get; init; }

    /// <summary><c>EU</c> or a country.</summary>
    public required string Scope { get; init; }

    /// <summary>BCP 47 tag, or empty for what is the same in every language.</summary>
    public required string Locale { get; init; }

    /// <summary>The id of the item or of the release.</summary>
    public required string Target { get; init; }

    /// <summary>What it was called then: all that a letter says of a text.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the title; empty for a name.</summary>
    public required string TitleLocale { get; init; }

    /// <summary>Where in the admin to go on.</summary>
    public required string Path { get; init; }

    /// <summary>Who did it; empty for the program itself.</summary>
    public required string By { get; init; }

    /// <summary>A colleague's reason or comment; it stands in no letter.</summary>
    public string? Note { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>When a letter is to tell it; null if none is, or none any more.</summary>
    public DateTime? MailAt { get; set; }
}

/// <summary>What people can hear of.</summary>
public enum NoticeEvent
{
    /// <summary>A text waits for a review.</summary>
    Review = 1,

    /// <summary>A text that they wrote was sent back.</summary>
    Returned = 2,

    /// <summary>Somebody commented on a text that they wrote.</summary>
    Comment = 3,

    /// <summary>A text that they wrote was approved or published.</summary>
    Published = 4,

    /// <summary>A planned publication, or its end, failed or came late.</summary>
    Plan = 5,

    /// <summary>The source of a translation says something else now.</summary>
    Outdated = 6,

    /// <summary>The campaign's text behind a country's own wording says something else now.</summary>
    Original = 7,

    /// <summary>A contact was checked so long ago that it is due, or no longer relied on.</summary>
    Contact = 8,

    /// <summary>A planned release was stopped.</summary>
    Release = 9,

    /// <summary>An alert became public.</summary>
    Alert = 10,
}

/// <summary>How somebody wants to hear of something.</summary>
public enum NoticeWay
{
    Never = 0,

    /// <summary>In the admin alone.</summary>
    Here = 1,

    /// <summary>In the admin, and in one letter a day.</summary>
    Daily = 2,

    /// <summary>In the admin, and in a letter at once.</summary>
    AtOnce = 3,
}
