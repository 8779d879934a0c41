using SayNo.Campaign.Alerts;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Films;
using SayNo.Campaign.Partners;
using SayNo.Campaign.Steps;
using SayNo.Campaign.Texts;
using SayNo.Content.Fields.Formats;
using SayNo.Content.Published;

namespace SayNo.Campaign.Countries;

/// <summary>Puts one country page together.</summary>
internal sealed class CountryViewMaker(Picture picture, CountryPage country, FilmChooser films, DateTime now)
{
    private const string Campaign = "EU";

    private string Locale => country.Content.Locale;

    public CountryView Make()
    {
        var alerts = ActiveAlerts.Find(picture, Locale, now, country.Code, Campaign);
        var contacts = Contacts();
        var groups = Groups(contacts);
        var steps = Steps();
        var answers = CountryText.Find(picture, country.Code, Locale, CountryText.Answers);
        var forOthers = CountryText.Find(picture, country.Code, Locale, CountryText.ForOthers);
        var texts = alerts.Alerts.Select(alert => alert.Content)
            .Concat(contacts.Select(contact => contact.Content)).Concat(steps.Select(step => step.Content)).Append(country.Content).ToList();
        var turns = alerts.Turns.Concat(contacts.SelectMany(contact => contact.Turns())).ToList();
        var partners = Of("Partner", [.. picture.OfType("Partner").Select(item => item.Scope).Distinct()]).Select(Partner.Of).ToList();

        return new()
        {
            Country = country,
            Alerts = alerts.Alerts,
            Steps = steps,
            Answers = answers,
            ForOthers = forOthers,
            Contacts = groups,
            Film = films.Choose(picture, country),
            CountryPartners = [.. partners.Where(partner => partner.WorksIn(country.Code))],
            EuropeanPartners = [.. partners.Where(partner => partner.Content.Scope == Campaign && partner.Countries.Count == 0)],
            NeedsFallbackForPolice = !contacts.Any(contact => contact is { Kind: ContactKind.PoliceReport, Freshness: not Freshness.Red }),
            HasOnlyUncheckedContacts = contacts.All(contact => contact.Freshness == Freshness.NeverChecked),
            FirstToTalkTo = FirstToTalkTo(groups),
            IsReviewed = texts.All(content => content.IsReviewed) && answers.Concat(forOthers).All(text => text.IsReviewed),
            PublishedAt = texts.Max(content => content.PublishedAt),
            ChangedAt = turns.Where(turn => turn <= now).Select(turn => (DateTime?)turn).Max(),
            ValidUntil = turns.Where(turn => turn > now).Select(turn => (DateTime?)turn).Min(),
        };
    }

    /// <summary>Who answers right now, or at any hour and for nothing, goes before who may be the better place by day.</summary>
    private static CountryContact? FirstToTalkTo(List<ContactGroup> groups) => groups
        .FirstOrDefault(group => group.Kind == ContactKind.ChildHelpline)?.Contacts
        .Where(contact => contact.CanTalk)
        .OrderBy(contact => contact.Freshness == Freshness.Red)
        .ThenBy(contact => !contact.SpeaksPageLanguage)
        .ThenBy(contact => contact.ByHours is { IsOpen: false })
        .ThenBy(contact => contact is not { FreeOfCharge: true, OpeningHours: OpeningHoursFormat.Always })
        .FirstOrDefault();

    private List<CountryContact> Contacts()
    {
        var all = Of("CountryContact", country.Code, Campaign).Select(content => CountryContact.Of(content, now)).ToList();

        return all.All(contact => contact.Freshness == Freshness.NeverChecked)
            ? all
            : [.. all.Select(contact => contact with { IsUncheckedAmongChecked = contact.Freshness == Freshness.NeverChecked })];
    }

    private IEnumerable<ResolvedContent> Of(string type, params IReadOnlyList<string> scopes) =>
        scopes.SelectMany(scope => picture.OfType(type, scope)).Select(item => Resolver.Resolve(picture, item, Locale)).OfType<ResolvedContent>();

    /// <summary>The campaign's steps, each in the country's own wording if it has one, and the country's further ones.</summary>
    private List<Step> Steps() =>
    [
        .. picture.OfType("Step", Campaign).Concat(picture.OfType("Step", country.Code).Where(item => item.OverrideOf is null))
            .Select(item => Overrides.Resolve(picture, item, country.Code, Locale))
            .OfType<ResolvedContent>()
            .OrderBy(content => content.Order)
            .Select(Step.Of),
    ];

    /// <summary>National contacts before those of every country; within that the not outdated, then those who speak the page's language, first.</summary>
    private static List<ContactGroup> Groups(List<CountryContact> contacts) =>
    [
        .. ContactKind.InOrder
            .Select(kind => new ContactGroup(kind,
            [
                .. contacts.Where(contact => contact.Kind == kind)
                    .OrderBy(contact => contact.Freshness == Freshness.Red)
                    .ThenBy(contact => contact.Content.Scope == Campaign)
                    .ThenBy(contact => !contact.SpeaksPageLanguage)
                    .ThenBy(contact => contact.Content.Order),
            ]))
            .Where(group => group.Contacts.Count > 0),
    ];
}
