using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Contacts;

/// <summary>Where a child in one country reports, talks to someone, or gets a picture removed.</summary>
public sealed record CountryContact
{
    public required ResolvedContent Content { get; init; }

    /// <summary>One of <see cref="ContactKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Organisation { get; init; }

    public string? Phone { get; init; }

    public Link? Website { get; init; }

    public string? Email { get; init; }

    public Link? Chat { get; init; }

    /// <summary>The languages in which the people there answer.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool? FreeOfCharge { get; init; }

    public bool? SilentOnBill { get; init; }

    public string? OpeningHours { get; init; }

    public LocalizedText? HoursNote { get; init; }

    public LocalizedText? Notes { get; init; }

    /// <summary>One of <see cref="AgeGroup"/>.</summary>
    public string ForAge { get; init; } = AgeGroup.Any;

    public DateOnly? CheckedOn { get; init; }

    /// <summary>"called", "opened" or "written"; null if nobody has said.</summary>
    public string? CheckedHow { get; init; }

    /// <summary>Whether the opening hours say that somebody answers now; null where they are no data.</summary>
    public OpenState? ByHours { get; init; }

    /// <summary>The same as far as a child can rely on it: not if the hours have an exception in words, or were checked too long ago.</summary>
    public OpenState? Open => HoursNote is null && Freshness != Freshness.Red ? ByHours : null;

    /// <summary>Where it was read.</summary>
    public Link? Source { get; init; }

    /// <summary>"confirmed", "likely" or "unverified".</summary>
    public required string Confidence { get; init; }

    public required Freshness Freshness { get; init; }

    /// <summary>True if somebody there speaks the language of the page.</summary>
    public required bool SpeaksPageLanguage { get; init; }

    /// <summary>True if the contact itself must say that nobody has checked it; false if the page says so once for all of them.</summary>
    public bool IsUncheckedAmongChecked { get; init; }

    public bool IsConfirmed => Confidence == "confirmed";

    /// <summary>Whether a child can call or chat there.</summary>
    public bool CanTalk => Phone is not null || Chat is not null;

    /// <summary>The moments at which <see cref="Freshness"/> changes, or somebody begins or ceases to answer, UTC.</summary>
    public IEnumerable<DateTime> Turns()
    {
        var checks = ContactFreshness.Turns(CheckedOn, Content.Scope);

        return ByHours is { } state ? [.. checks, state.Since, state.Until] : checks;
    }

    public static CountryContact Of(ResolvedContent content, DateTime now)
    {
        var languages = content.Texts("Languages");
        var checkedOn = content.Date("CheckedOn");
        var hours = content.Text("OpeningHours");

        return new()
        {
            Content = content,
            Kind = content.Text("Kind") ?? "",
            Organisation = content.Text("Organisation") ?? content.Slug,
            Phone = content.Text("Phone"),
            Website = content.Link("Website"),
            Email = content.Text("Email"),
            Chat = content.Link("Chat"),
            Languages = languages,
            FreeOfCharge = content.Flag("FreeOfCharge"),
            SilentOnBill = content.Flag("SilentOnBill"),
            OpeningHours = hours,
            HoursNote = content.Localized("HoursNote"),
            Notes = content.Localized("Notes"),
            ForAge = content.Text("ForAge") ?? AgeGroup.Any,
            CheckedOn = checkedOn,
            CheckedHow = content.Text("CheckedHow"),
            ByHours = OpenState.Of(hours, content.Scope, now),
            Source = content.Link("Source"),
            Confidence = content.Text("Confidence") ?? "unverified",
            Freshness = ContactFreshness.Of(checkedOn, content.Scope, now),
            SpeaksPageLanguage = languages.Any(language => SpokenLanguage.IsSame(language, content.Locale)),
        };
    }
}
