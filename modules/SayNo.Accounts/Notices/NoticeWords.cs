using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Accounts.Notices;

/// <summary>Says what people can hear of, and how, in the words of the screens.</summary>
public static class NoticeWords
{
    /// <summary>In the order of the settings: what waits for an answer first.</summary>
    public static IReadOnlyList<NoticeEvent> Events { get; } =
    [
        NoticeEvent.Alert, NoticeEvent.Plan, NoticeEvent.Release, NoticeEvent.Returned, NoticeEvent.Review, NoticeEvent.Comment, NoticeEvent.Contact,
        NoticeEvent.Original, NoticeEvent.Outdated, NoticeEvent.Published,
    ];

    public static string Of(NoticeEvent what, PoLocalizer l) => l[what switch
    {
        NoticeEvent.Review => "A text waits for your review",
        NoticeEvent.Returned => "Your text was sent back",
        NoticeEvent.Comment => "Somebody commented on your text",
        NoticeEvent.Published => "Your text was approved or published",
        NoticeEvent.Plan => "A plan failed or came late",
        NoticeEvent.Outdated => "The source of a translation has changed",
        NoticeEvent.Original => "The campaign has changed what your country words itself",
        NoticeEvent.Contact => "A contact is due for a check",
        NoticeEvent.Release => "A planned release was stopped",
        _ => "An alert was published",
    }];

    public static string Of(NoticeWay way, PoLocalizer l) => l[way switch
    {
        NoticeWay.Never => "Not at all",
        NoticeWay.Here => "Here only",
        NoticeWay.Daily => "Here, and by e-mail once a day",
        _ => "Here, and by e-mail at once",
    }];

    /// <summary>The country, and the language if it is about one.</summary>
    public static string Place(Notice notice, PoLocalizer l) =>
        ScopeNames.Of(notice.Scope, l) + (notice.Locale.Length == 0 ? "" : $", {LocaleNames.In(notice.Locale, l.Culture.Name)}");
}
