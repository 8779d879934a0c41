using System.Text.Json.Nodes;
using static MakeRecipe.Values;

namespace MakeRecipe;

/// <summary>The country pages as items.</summary>
internal static class Countries
{
    public static IEnumerable<Item> Items(CampaignData data)
    {
        var written = data.Steps.SelectMany(step => step.Translations.Keys).ToHashSet();
        var missing = written.Except(data.Intros.Keys).Order(StringComparer.Ordinal).ToList();

        if (missing is not [])
        {
            Console.Error.WriteLine($"No introduction yet in {string.Join(", ", missing)}: the English one stands in.");
        }

        return data.Countries.Select(country => Of(country, [.. country.Languages.Where(written.Contains)], data.Intros));
    }

    private static Item Of(CountryRow country, IReadOnlyList<string> locales, IReadOnlyDictionary<string, Intro> intros) =>
        new("CountryPage", country.Code, country.Code.ToLowerInvariant())
        {
            Name = country.Name,
            Neutral = Neutral(country, locales),
            Variants = [.. locales.Select(locale => In(locale, country, intros.GetValueOrDefault(locale) ?? intros["en"]))],
        };

    private static Variant In(string locale, CountryRow country, Intro intro)
    {
        var texts = Values.Of(
            ("Name", Text(country.NativeNames.GetValueOrDefault(locale) ?? country.Name)),
            ("NameNote", Text(country.NameNotes?.GetValueOrDefault(locale))),
            ("PageTitle", Text(intro.PageTitle)),
            ("Intro", Markdown(intro.Text)));

        return new(locale, country.Name, texts, Reviewed: false);
    }

    private static JsonObject Neutral(CountryRow country, IReadOnlyList<string> locales) => Values.Of(
        ("EnglishName", Text(country.Name)),
        ("Languages", Many(locales)),
        ("EuMember", Flag(country.EuMember)),
        ("EmergencyNumber", Text(country.EmergencyNumber)),
        ("EmergencyConfidence", Text(country.EmergencyNumberConfidence)),
        ("EmergencySource", Link(country.EmergencySource)),
        ("EmergencySourceRetrievedFrom", Text(country.EmergencySource?.RetrievedFrom)),
        ("FilmLanguages", Many(country.FilmLanguages)),
        ("Notes", Text(country.Notes)));
}
