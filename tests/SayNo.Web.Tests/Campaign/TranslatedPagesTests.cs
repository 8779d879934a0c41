using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Campaign;

/// <summary>A translation that lost a step, a heading or a link would leave its readers with less help than others have.</summary>
public sealed partial class TranslatedPagesTests
{
    [Fact]
    public void Every_page_of_the_campaign_is_there_in_every_language_that_a_country_has()
    {
        var read = CampaignPages.Countries.Select(address => address.Locale).Distinct();

        Assert.Empty(read.Except(CampaignPages.Locales));
        Assert.Equal(CampaignPages.Items("pages").Select(Slug).Distinct().Order(StringComparer.Ordinal), CampaignPages.Texts);
    }

    [Fact]
    public void R17_every_translation_has_the_headings_steps_stresses_and_links_of_the_English_page()
    {
        var english = CampaignPages.Items("pages").Where(page => Locale(page) == "en").ToDictionary(Slug, Shape);

        var others = CampaignPages.Items("pages").Where(page => !Shape(page).SequenceEqual(english[Slug(page)])).Select(page => $"{Slug(page)}/{Locale(page)}");

        Assert.Equal([], others);
    }

    private static string Slug(JsonNode page) => (string)page["SayNoPart"]!["Slug"]!;

    private static string Locale(JsonNode page) => (string)page["LocalizationPart"]!["Culture"]!;

    private static IReadOnlyList<string> Shape(JsonNode page) =>
        [.. ((string)page["Page"]!["Body"]!["Markdown"]!).Split('\n').Select(line => string.Concat(Marks().Matches(line).Select(mark => mark.Value)))];

    [GeneratedRegex(@"^(#+|-|\d+\.) |\*\*|\]\(.*?\)")]
    private static partial Regex Marks();
}
