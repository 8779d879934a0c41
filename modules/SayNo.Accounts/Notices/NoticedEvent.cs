using SayNo.Content.Publishing;

namespace SayNo.Accounts.Notices;

/// <summary>Something that happened, and whom it concerns.</summary>
/// <param name="Event">What it was.</param>
/// <param name="Scope"><c>EU</c> or a country.</param>
/// <param name="Locale">BCP 47 tag, or empty.</param>
/// <param name="Target">The id of the item or of the release.</param>
/// <param name="At">When it happened, UTC.</param>
internal sealed record NoticedEvent(NoticeEvent Event, string Scope, string Locale, string Target, DateTime At)
{
    public required string Path { get; init; }

    public string ById { get; init; } = "";

    public string By { get; init; } = "";

    public string? Note { get; init; }

    /// <summary>What it is called, where it is no item.</summary>
    public string? Name { get; init; }

    /// <summary>Whoever has it there is concerned.</summary>
    public Right? Right { get; init; }

    /// <summary>Ids of accounts that are concerned whatever they may do, as long as they may read it.</summary>
    public IReadOnlySet<string> People { get; init; } = new HashSet<string>();

    /// <summary>True if a second one says nothing that the first has not said, while nobody has read it.</summary>
    public bool IsState => Event is NoticeEvent.Outdated or NoticeEvent.Original or NoticeEvent.Contact or NoticeEvent.Alert;

    /// <summary>Nobody hears of what they did themselves, or of what they may not read.</summary>
    public bool Concerns(Editor editor) =>
        editor.Id != ById && Rights.May(editor, Content.Publishing.Right.Read, Scope, Locale)
        && (People.Contains(editor.Id) || (Right is { } right && Rights.May(editor, right, Scope, Locale)));
}
