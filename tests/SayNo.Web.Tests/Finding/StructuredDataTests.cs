using System.Text.Json.Nodes;
using SayNo.Web.Tests.Site;

namespace SayNo.Web.Tests.Finding;

/// <summary>What pages say to programs in the terms of schema.org says nothing else than they say to people.</summary>
[Collection(OnTheSite.Name)]
public sealed class StructuredDataTests(CrawledSite site)
{
    // The terms that the site uses, as schema.org has them; a term that is not here must be looked up there first.
    private static readonly Dictionary<string, string[]> Terms = new()
    {
        ["WebPage"] = ["url", "name", "inLanguage", "dateModified", "isPartOf", "audience", "mainEntity", "mentions"],
        ["WebSite"] = ["name", "url"],
        ["PeopleAudience"] = ["suggestedMaxAge"],
        ["HowTo"] = ["name", "step"],
        ["HowToStep"] = ["name", "text"],
        ["GovernmentService"] = ["name", "areaServed", "availableChannel"],
        ["ServiceChannel"] = ["serviceUrl", "servicePhone"],
        ["Organization"] = ["name", "url", "contactPoint"],
        ["ContactPoint"] = ["contactType", "telephone", "email", "url", "areaServed", "availableLanguage", "hoursAvailable"],
        ["OpeningHoursSpecification"] = ["dayOfWeek", "opens", "closes"],
        ["VideoObject"] = ["name", "description", "inLanguage", "duration", "contentUrl", "url", "caption", "thumbnailUrl"],
        ["MediaObject"] = ["contentUrl", "inLanguage"],
    };

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    [Fact]
    public void Every_country_page_says_itself_its_steps_and_whom_to_reach()
    {
        foreach (var (address, page) in site.Countries)
        {
            var data = Data(page)!;

            Assert.Equal("https://schema.org", (string?)data["@context"]);
            Assert.Equal("WebPage", (string?)data["@type"]);
            Assert.Equal(address.Locale, (string?)data["inLanguage"]);
            Assert.Equal(page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), (string?)data["url"]);
            Assert.Equal(page.Html.Title, (string?)data["name"]);
            Assert.Equal(page.Html.QuerySelectorAll(".sn-steps > li > h3").Select(step => step.TextContent), data["mainEntity"]!["step"]!.AsArray().Select(step => (string)step!["name"]!));
        }

        Assert.InRange(site.Countries.Sum(country => Data(country.Page)!["mentions"]!.AsArray().Count), site.Countries.Count(), int.MaxValue);
    }

    [Fact]
    public void Every_term_is_one_of_schema_org() => site.EveryPage(page => All(Data(page)).SelectMany(thing =>
        Terms.TryGetValue((string?)thing["@type"] ?? "", out var known)
            ? thing.Select(property => property.Key).Where(name => name[0] != '@' && !known.Contains(name)).Select(name => $"{thing["@type"]} has no {name}")
            : [$"there is no {thing["@type"]}"]));

    [Fact]
    public void Every_number_address_and_name_stands_on_the_page_too() => site.EveryPage(page =>
    {
        var links = page.Html.QuerySelectorAll("a[href], link[rel=canonical]").Select(link => link.GetAttribute("href")!).Append(site.Running.Address.ToString()).ToHashSet();
        var text = OneLine(page.Html.Body!.TextContent) + page.Html.Title;

        return All(Data(page)).SelectMany(thing => thing).Where(property => property.Value is JsonValue && !IsShown(property.Key, property.Value.ToString(), links, text))
            .Select(property => $"{property.Key} {property.Value} is not on the page");
    });

    [Fact]
    public void Every_day_and_hour_is_one() => site.EveryPage(page => All(Data(page)).Where(thing => (string?)thing["@type"] == "OpeningHoursSpecification")
        .Where(hours => hours["dayOfWeek"]!.AsArray().Any(day => !Days.Contains((string?)day)) || string.CompareOrdinal((string)hours["opens"]!, (string)hours["closes"]!) >= 0)
        .Select(hours => hours.ToJsonString()));

    private static bool IsShown(string name, string value, HashSet<string> links, string text) => name switch
    {
        "telephone" => links.Contains($"tel:{value}"),
        "email" => links.Contains($"mailto:{value}"),
        "url" or "serviceUrl" or "contentUrl" => links.Contains(value),
        "name" or "text" or "description" => text.Contains(OneLine(value), StringComparison.Ordinal),
        _ => true,
    };

    private static JsonObject? Data(CrawledPage page) => page.Html.QuerySelectorAll("script[type='application/ld+json']") switch
    {
        [] => null,
        var scripts => JsonNode.Parse(Assert.Single(scripts).TextContent)!.AsObject(),
    };

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(property => All(property.Value)).Prepend(thing),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
