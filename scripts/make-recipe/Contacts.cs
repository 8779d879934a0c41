using System.Text.Json.Nodes;
using static MakeRecipe.Values;

namespace MakeRecipe;

/// <summary>The country contacts as items.</summary>
internal static class Contacts
{
    public static IEnumerable<Item> Items(CampaignData data) => data.Contacts
        .GroupBy(contact => contact.Country)
        .SelectMany(country => Country(country, data.Hours));

    private static IEnumerable<Item> Country(IGrouping<string, ContactRow> country, IReadOnlyDictionary<string, OpeningHours> hours)
    {
        var slugs = new HashSet<string>();
        var order = 0;

        foreach (var contact in country)
        {
            var slug = Slug.From(contact.Organisation);

            // One organisation may answer for two kinds of help.
            if (!slugs.Add(slug))
            {
                slug = $"{slug}-{contact.Kind}";
            }

            yield return Of(contact, slug, ++order, HoursOf(contact, hours));
        }
    }

    private static OpeningHours? HoursOf(ContactRow contact, IReadOnlyDictionary<string, OpeningHours> hours)
    {
        if (contact.Hours is null)
        {
            return null;
        }

        return hours.GetValueOrDefault(contact.Hours)
            ?? throw new InvalidDataException($"{contact.Organisation}: \"{contact.Hours}\" is not in opening-hours.json.");
    }

    private static Item Of(ContactRow contact, string slug, int order, OpeningHours? hours)
    {
        var texts = Values.Of(("HoursNote", Text(hours?.Note)), ("Notes", Text(contact.Notes)));

        return new("CountryContact", contact.Country, slug)
        {
            Name = contact.Organisation,
            Order = order,
            Neutral = Neutral(contact, hours),
            Variants = texts.Count == 0 ? [] : [new("en", contact.Organisation, texts, Reviewed: true)],
        };
    }

    private static JsonObject Neutral(ContactRow contact, OpeningHours? hours) => Values.Of(
        ("Kind", Text(contact.Kind)),
        ("Organisation", Text(contact.Organisation)),
        ("Phone", Text(contact.Phone)),
        ("Website", Link(contact.Url)),
        ("Email", Text(contact.Email)),
        ("Chat", Link(contact.ChatUrl)),
        ("Languages", Many(contact.Languages)),
        ("FreeOfCharge", Flag(contact.FreeOfCharge)),
        ("SilentOnBill", Flag(contact.SilentOnBill)),
        ("OpeningHours", Text(hours?.Pattern)),
        ("ForAge", Text(contact.ForAge)),
        ("Source", Link(contact.Source)),
        ("SourceRetrievedFrom", Text(contact.Source.RetrievedFrom)),
        ("Confidence", Text(contact.Confidence)));
}
