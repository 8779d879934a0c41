using System.Text.Json;
using SayNo.Campaign.Contacts;
using SayNo.Campaign.Countries;
using SayNo.Campaign.Films;
using SayNo.Content.Published;
using SayNo.Web.Api;

namespace SayNo.Campaign;

/// <summary>Writes countries, country pages and contacts as the API shows them.</summary>
internal static class CountryJson
{
    public static string PageOf(CountryPage country, string locale) => $"/api/v1/countries/{country.Code}/{locale}";

    public static void Write(Utf8JsonWriter json, CountryPage country)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, country.Code);
        json.WriteStartObject("pages"u8);

        foreach (var locale in country.PublicLocales)
        {
            json.WriteString(locale, PageOf(country, locale));
        }

        json.WriteEndObject();
        DocumentJson.WriteMembers(json, country.Content);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, CountryView view)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, view.Country.Code);
        json.WriteString("locale"u8, view.Locale);
        json.WriteBoolean("isReviewed"u8, view.IsReviewed);
        json.WriteString("publishedAt"u8, view.PublishedAt);
        json.WritePropertyName("country"u8);
        WrittenOnce.Write(json, view.Country.Content, DocumentJson.Write);
        WriteEmergency(json, view);
        WriteAll(json, "alerts", view.Alerts.Select(alert => alert.Content));
        WriteAll(json, "steps", view.Steps.Select(step => step.Content));
        WriteContacts(json, view);

        if (view.Film is { } film)
        {
            json.WritePropertyName("film"u8);
            WrittenOnce.Write(json, film, WriteFilm);
        }

        json.WriteStartObject("partners"u8);
        WriteAll(json, "country", view.CountryPartners.Select(partner => partner.Content));
        WriteAll(json, "european", view.EuropeanPartners.Select(partner => partner.Content));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, CountryContact contact)
    {
        json.WriteStartObject();
        WriteMembers(json, contact);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, CountryContact contact)
    {
        json.WriteString("freshness"u8, contact.Freshness switch
        {
            Freshness.NeverChecked => "never-checked"u8,
            Freshness.Fresh => "fresh"u8,
            Freshness.Amber => "amber"u8,
            _ => "red"u8,
        });
        DocumentJson.WriteMembers(json, contact.Content);
    }

    private static void WriteEmergency(Utf8JsonWriter json, CountryView view)
    {
        json.WriteStartObject("emergency"u8);

        if (view.Country.EmergencyNumber is { } number)
        {
            json.WriteString("number"u8, number);
        }

        if (view.Country.EmergencyConfidence is { } confidence)
        {
            json.WriteString("confidence"u8, confidence);
        }

        json.WriteBoolean("isPoliceFallback"u8, view.NeedsFallbackForPolice);
        json.WriteEndObject();
    }

    private static void WriteContacts(Utf8JsonWriter json, CountryView view)
    {
        if (view.FirstToTalkTo is { } first)
        {
            json.WriteString("firstToTalkTo"u8, first.Content.Id);
        }

        json.WriteStartArray("contacts"u8);

        foreach (var group in view.Contacts)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, group.Kind);
            json.WriteStartArray("contacts"u8);

            foreach (var contact in group.Contacts)
            {
                WrittenOnce.Write(json, contact, WriteOnPage);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOnPage(Utf8JsonWriter json, CountryContact contact)
    {
        json.WriteStartObject();
        json.WriteBoolean("speaksPageLanguage"u8, contact.SpeaksPageLanguage);
        WriteMembers(json, contact);
        json.WriteEndObject();
    }

    private static void WriteFilm(Utf8JsonWriter json, FilmChoice choice)
    {
        json.WriteStartObject();
        json.WriteBoolean("isInPageLanguage"u8, choice.IsInPageLanguage);
        DocumentJson.WriteMembers(json, choice.Film.Content);
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<ResolvedContent> documents)
    {
        json.WriteStartArray(name);

        foreach (var document in documents)
        {
            WrittenOnce.Write(json, document, DocumentJson.Write);
        }

        json.WriteEndArray();
    }
}
