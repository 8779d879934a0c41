namespace SayNo.Accounts.Notices;

/// <summary>How one person wants to hear of one kind of event in some country and language.</summary>
public sealed record NoticeChoice
{
    /// <summary>Stands for every country, or for every language.</summary>
    public const string All = "*";

    public required Guid AccountId { get; init; }

    public required NoticeEvent Event { get; init; }

    public string Scope { get; init; } = All;

    public string Locale { get; init; } = All;

    public required NoticeWay Way { get; init; }

    /// <summary>How somebody hears of an event who has never said: what is wrong is told at once, the rest once a day.</summary>
    public static NoticeWay Unsaid(NoticeEvent what) => what switch
    {
        NoticeEvent.Returned or NoticeEvent.Plan or NoticeEvent.Release or NoticeEvent.Alert => NoticeWay.AtOnce,
        NoticeEvent.Published or NoticeEvent.Outdated => NoticeWay.Here,
        _ => NoticeWay.Daily,
    };

    /// <summary>The choice that fits best: one for the country before one for the language, and that before one for everywhere.</summary>
    public static NoticeWay Of(IEnumerable<NoticeChoice> choices, NoticeEvent what, string scope, string locale) => choices
        .Where(choice => choice.Event == what && (choice.Scope == All || choice.Scope == scope) && (choice.Locale == All || choice.Locale == locale))
        .OrderBy(choice => choice.Scope == All).ThenBy(choice => choice.Locale == All)
        .Select(choice => (NoticeWay?)choice.Way).FirstOrDefault() ?? Unsaid(what);
}

/// <summary>How far notices have been made: one row, so that a restart loses nothing and two nodes make nothing twice.</summary>
public sealed class NoticeProgress
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>Counted up by whoever makes notices; who finds another number was too late.</summary>
    public required long Turn { get; set; }

    /// <summary>The last entry of the audit log that was looked at.</summary>
    public required long Sequence { get; set; }

    /// <summary>Up to when was looked at what time alone brings; null before the first look.</summary>
    public DateTime? ClockAt { get; set; }
}
