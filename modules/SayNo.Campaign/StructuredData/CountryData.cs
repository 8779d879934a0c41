using System.Globalization;
using System.Text.Json.Nodes;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Countries;
using SayNo.Content.Fields.Formats;
using SayNo.Web.Localization;
using SayNo.Web.Pages;

namespace SayNo.Campaign.StructuredData;

/// <summary>
/// Says a country page in the terms of schema.org, for programs that read it to people: the steps, and whom to reach how. It says nothing that
/// the page does not show. What the page shows with a doubt, because nobody has confirmed it or its check is too old, is left out: a program
/// would not tell the doubt.
/// </summary>
public sealed class CountryData(CountryView view, PageFrame frame, SiteAddress site, PoLocalizer texts)
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public JsonObject Page() => Term.Of("WebPage",
        ("url", site.Of(frame.CanonicalPath ?? frame.Path ?? "/")),
        ("name", frame.Title),
        ("inLanguage", view.Locale),
        ("dateModified", view.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("isPartOf", Term.Of("WebSite", ("name", (string)texts["Say No!"]), ("url", site.Of("/")))),
        ("audience", Term.Of("PeopleAudience", ("suggestedMaxAge", 17))),
        ("mainEntity", Term.Of("HowTo", ("name", (string)texts["What to do now"]), ("step", Term.List(view.Steps.Select(step =>
            Term.Of("HowToStep", ("name", step.Title.Text), ("text", step.Summary.Text))))))),
        ("mentions", Term.List(Mentioned())));

    private IEnumerable<JsonObject> Mentioned()
    {
        if (view.Country is { EmergencyNumber: { } number, EmergencyConfidence: "confirmed" })
        {
            yield return Term.Of("ContactPoint", ("contactType", "emergency"), ("telephone", number), ("areaServed", view.Country.Code));
        }

        foreach (var contact in view.Contacts.SelectMany(group => group.Contacts).Where(contact => contact is { IsConfirmed: true, Freshness: not Freshness.Red }))
        {
            yield return contact.Kind == ContactKind.PoliceReport ? Service(contact) : Organisation(contact);
        }
    }

    private JsonObject Service(CountryContact contact) => Term.Of("GovernmentService",
        ("name", contact.Organisation),
        ("areaServed", view.Country.Code),
        ("availableChannel", Term.Of("ServiceChannel", ("serviceUrl", contact.Website?.Url), ("servicePhone", Point(contact)))));

    private static JsonObject Organisation(CountryContact contact) => Term.Of("Organization",
        ("name", contact.Organisation), ("url", contact.Website?.Url), ("contactPoint", Point(contact)));

    /// <summary>Null if there is neither a number nor an address to write to.</summary>
    private static JsonObject? Point(CountryContact contact) => contact.Phone is null && contact.Email is null && contact.Chat is null ? null : Term.Of("ContactPoint",
        ("contactType", contact.Kind),
        ("telephone", contact.Phone),
        ("email", contact.Email),
        ("url", contact.Chat?.Url),
        ("availableLanguage", contact.Languages.Count == 0 ? null : Term.List(contact.Languages)),
        ("hoursAvailable", contact.OpeningHours is { } hours ? Hours(hours) : null));

    private static JsonArray? Hours(string hours) => !OpeningHoursFormat.TryRead(hours, out var rules) ? null : Term.List(rules.Select(rule =>
        Term.Of("OpeningHoursSpecification", ("dayOfWeek", Term.List(rule.Days.Select(day => Days[day]))), ("opens", Time(rule.Opens)), ("closes", Time(rule.Closes)))));

    // A day that ends at midnight closes at its last minute: at 00:00 it would end before it began.
    private static string Time(int minutes) =>
        minutes == 24 * 60 ? "23:59" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
