using SayNo.Campaign.Alerts;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Films;
using SayNo.Campaign.Partners;
using SayNo.Campaign.Steps;
using SayNo.Campaign.Texts;

namespace SayNo.Campaign.Countries;

/// <summary>A country page put together: what the page, the API and the export show. Immutable.</summary>
public sealed record CountryView
{
    /// <summary>Names of the content types it is made of, for the response cache.</summary>
    public static IReadOnlyList<string> MadeOf { get; } =
        [CountryPage.Type, "Step", "CountryContact", "Film", "Partner", ActiveAlerts.Type, ContentPage.Type];

    public required CountryPage Country { get; init; }

    public string Locale => Country.Content.Locale;

    /// <summary>Active ones, the country's before the campaign's: what does not work here concerns whoever is about to call.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Pages for those whom the steps do not answer: who paid already, who sent pictures already.</summary>
    public required IReadOnlyList<CountryText> Answers { get; init; }

    /// <summary>Pages for those who want to help somebody else: friends, parents and teachers.</summary>
    public required IReadOnlyList<CountryText> ForOthers { get; init; }

    /// <summary>By kind, in the order of <see cref="ContactKind"/>; a kind without a contact is absent.</summary>
    public required IReadOnlyList<ContactGroup> Contacts { get; init; }

    public FilmChoice? Film { get; init; }

    public required IReadOnlyList<Partner> CountryPartners { get; init; }

    public required IReadOnlyList<Partner> EuropeanPartners { get; init; }

    /// <summary>
    /// True if no contact for reports to the police can be relied on: then the emergency number and the child helpline stand in their place.
    /// </summary>
    public required bool NeedsFallbackForPolice { get; init; }

    /// <summary>True if the country has no contact for reports to the police at all, not even an old one.</summary>
    public bool HasNoPolice => Group(ContactKind.PoliceReport) is null;

    /// <summary>True if no contact of the page was ever checked: the page says it once.</summary>
    public required bool HasOnlyUncheckedContacts { get; init; }

    /// <summary>The child helpline that stands in for contacts that cannot be relied on; null if it is one of those itself.</summary>
    public CountryContact? HelplineToFallBackOn => FirstToTalkTo is { Freshness: not Freshness.Red } helpline ? helpline : null;

    /// <summary>Whom to talk to with one tap: a helpline that can be called or written to at once.</summary>
    public CountryContact? FirstToTalkTo { get; init; }

    /// <summary>False if a text of the page has been read by nobody but its translator.</summary>
    public required bool IsReviewed { get; init; }

    /// <summary>When the newest part of it was published, UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>When it last changed by the passing of time alone (an alert, the age of a check), UTC.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>When it will next do so, UTC.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Every contact, in the order of the page.</summary>
    public IEnumerable<CountryContact> AllContacts => Contacts.SelectMany(group => group.Contacts);

    public ContactGroup? Group(string kind) => Contacts.FirstOrDefault(group => group.Kind == kind);
}
