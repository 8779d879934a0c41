using System.Globalization;
using System.Text.Json.Nodes;
using static MakeRecipe.Values;

namespace MakeRecipe;

/// <summary>Films, partners and facts as items; their texts exist in the English of the sources only.</summary>
internal static class Others
{
    public static IEnumerable<Item> Films(CampaignData data)
    {
        var names = data.Countries.ToDictionary(country => country.Code, country => country.Name);

        return data.Films.GroupBy(film => film.Country).SelectMany(
            country => country.Select((film, index) => Film(film, index + 1, names[film.Country])));
    }

    public static IEnumerable<Item> Partners(CampaignData data)
    {
        var codes = data.Countries.Select(country => country.Code).ToHashSet();

        return data.Partners.Select((partner, index) => Partner(partner, index + 1, codes));
    }

    public static IEnumerable<Item> Facts(CampaignData data) => data.Facts.Select((fact, index) => Fact(fact, index + 1));

    private static Item Film(FilmRow film, int order, string country)
    {
        var name = $"{film.Title} ({country}, {film.Language})";

        return new("Film", film.Country, Slug.From($"say-no-{film.Country}-{film.Language}"))
        {
            Name = name,
            Order = order,
            Neutral = Of(
                ("Language", Text(film.Language)),
                ("Title", Text(film.Title)),
                ("DurationSeconds", Number(film.DurationSeconds)),
                ("DurationIsApproximate", Flag(film.DurationIsApproximate)),
                ("Source", Link(film.Source)),
                ("SourceRetrievedFrom", Text(film.Source.RetrievedFrom))),
            Variants = English(name, Of(("Notes", Text(film.Notes)))),
        };
    }

    private static Item Partner(PartnerRow partner, int order, HashSet<string> codes)
    {
        var scope = partner.Countries is [var only] && codes.Contains(only) ? only : "EU";

        return new("Partner", scope, Slug.From(partner.Name))
        {
            Name = partner.Name,
            Order = order,
            Neutral = Of(
                ("Name", Text(partner.Name)),
                ("Kind", Text(partner.Kind)),
                ("Website", Link(partner.Url)),
                ("WebsiteConfidence", Text(partner.UrlConfidence)),
                // "EU" in the data means every country, and that is the scope; it is no country.
                ("Countries", Many([.. partner.Countries.Where(country => country != "EU")])),
                ("CampaignPartner", Flag(partner.CampaignPartner)),
                ("Source", Link(partner.Source)),
                ("SourceRetrievedFrom", Text(partner.Source.RetrievedFrom))),
            Variants = English(partner.Name, Of(("Role", Text(partner.Role)))),
        };
    }

    private static Item Fact(FactRow fact, int order)
    {
        var isNumber = fact.Unit is not ("text" or "date");

        return new("Fact", "EU", fact.Id)
        {
            Name = fact.Label,
            Order = order,
            Neutral = Of(
                ("Number", isNumber ? Number(fact.Value.GetDouble()) : null),
                ("Date", fact.Unit == "date" ? Day(DateOnly.ParseExact(fact.Value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture)) : null),
                ("Unit", Text(fact.Unit.Replace(' ', '-'))),
                ("Year", Number(fact.Year)),
                ("Source", Link(fact.Source)),
                ("SourceRetrievedFrom", Text(fact.Source.RetrievedFrom)),
                ("Confidence", Text(fact.Confidence))),
            Variants = English(fact.Label, Of(
                ("Label", Text(fact.Label)),
                ("Text", fact.Unit == "text" ? Text(fact.Value.ToString()) : null),
                ("Notes", Text(fact.Notes)))),
        };
    }

    private static IReadOnlyList<Variant> English(string name, JsonObject texts) =>
        texts.Count == 0 ? [] : [new("en", name, texts, Reviewed: true)];
}
