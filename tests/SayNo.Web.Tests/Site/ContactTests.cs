using System.Text.Json.Nodes;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Whom a child can reach from a country's page.</summary>
[Collection(OnTheSite.Name)]
public sealed class ContactTests(CrawledSite site)
{
    private static readonly IReadOnlyList<JsonNode> Contacts =
        [.. CampaignPages.Items("contacts").DistinctBy(contact => (string?)(contact["LocalizationPart"]?["LocalizationSet"] ?? contact["ContentItemId"]))];

    [Fact]
    public void R14_every_number_of_a_country_can_be_called_from_its_page()
    {
        var problems = site.Countries.SelectMany(country => Own(country.Address).Select(contact => Field(contact, "Phone")).OfType<string>()
            .Where(phone => country.Page.Html.QuerySelector($"a[href='tel:{phone}']") is null)
            .Select(phone => $"{country.Page.Path}: {phone}")).ToList();

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Every_contact_of_a_country_is_on_its_page()
    {
        var problems = site.Countries.SelectMany(country => Own(country.Address).Select(contact => Field(contact, "Organisation")!)
            .Where(name => !OneLine(country.Page.Html.Body!.TextContent).Contains(OneLine(name), StringComparison.Ordinal))
            .Select(name => $"{country.Page.Path}: {name}")).ToList();

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Every_country_page_can_call_its_own_emergency_number()
    {
        var numbers = CampaignPages.Items("countries").GroupBy(item => (string)item["SayNoPart"]!["Scope"]!)
            .ToDictionary(group => group.Key, group => (string)group.First()["CountryPage"]!["EmergencyNumber"]!["Text"]!);

        var problems = site.Countries.Where(country => country.Page.Html.QuerySelector($"a[href='tel:{numbers[country.Address.Country]}']") is null)
            .Select(country => $"{country.Page.Path}: {numbers[country.Address.Country]}");

        Assert.Empty(problems);
    }

    [Fact]
    public void A_country_without_a_police_contact_shows_its_emergency_number_and_a_helpline_instead()
    {
        var without = site.Countries.Where(country => !Own(country.Address).Any(contact => Field(contact, "Kind") == "police-report")).ToList();

        Assert.All(without, country => Assert.True(country.Page.Html.QuerySelectorAll("main a[href^='tel:']").Length >= 1, country.Page.Path));
    }

    [Fact]
    public void R16_removal_of_images_forks_by_age_and_asks_for_none()
    {
        foreach (var (address, page) in site.Countries)
        {
            var text = OneLine(page.Html.QuerySelector("main")!.TextContent);
            var younger = text.IndexOf(InterfaceTexts.In(address.Locale, "The picture was taken when you were under 18"), StringComparison.Ordinal);
            var older = text.IndexOf(InterfaceTexts.In(address.Locale, "The picture was taken when you were 18 or older"), StringComparison.Ordinal);

            Assert.True(younger >= 0 && older > younger, page.Path);
            Assert.True(Follows(page, "takeitdown", "stopncii"), page.Path);
        }
    }

    /// <summary>The first link to the one comes before the first link to the other.</summary>
    private static bool Follows(CrawledPage page, string first, string second)
    {
        var links = page.Html.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).ToList();
        var one = links.FindIndex(link => link.Contains(first, StringComparison.OrdinalIgnoreCase));

        return one >= 0 && links.FindIndex(link => link.Contains(second, StringComparison.OrdinalIgnoreCase)) > one;
    }

    private static IEnumerable<JsonNode> Own(CountryAddress address) =>
        Contacts.Where(contact => (string?)contact["SayNoPart"]!["Scope"] == address.Country);

    private static string? Field(JsonNode contact, string name) => (string?)contact["CountryContact"]![name]?["Text"];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
