using System.Text.Json.Nodes;

namespace SayNo.Web.Tests.ContentApi;

[Collection(ApiReaders.Name)]
public sealed class ResourceTests(ApiSite site)
{
    [Fact]
    public async Task All_countries_are_listed_with_where_their_pages_are()
    {
        var answer = await site.ReadAsync("/api/v1/countries");

        Assert.Equal(39, answer["data"]!.AsArray().Count);
        var germany = answer["data"]!.AsArray().Single(one => (string?)one!["code"] == "DE")!;
        Assert.Equal("Deutschland", (string?)germany["values"]!["name"]);
        Assert.Equal("/api/v1/countries/DE/de", (string?)germany["pages"]!["de"]);
    }

    [Fact]
    public async Task A_country_is_listed_in_the_asked_language_if_it_has_it_else_in_its_main_one()
    {
        var answer = await site.ReadAsync("/api/v1/countries?locale=fr");

        var byCode = answer["data"]!.AsArray().ToDictionary(one => (string)one!["code"]!, one => one!);
        Assert.Equal("fr", (string?)byCode["BE"]["locale"]);
        Assert.Equal("de", (string?)byCode["DE"]["locale"]);
        Assert.Empty(byCode["DE"]["fallbacks"]!.AsArray());
    }

    [Theory]
    [InlineData("/api/v1/countries/BE")]
    [InlineData("/api/v1/countries/be")]
    public async Task One_country_comes_in_its_main_language_whatever_the_case_of_its_code(string path)
    {
        var answer = await site.ReadAsync(path);

        Assert.Equal("BE", (string?)answer["data"]!["code"]);
        Assert.Equal("nl", (string?)answer["data"]!["locale"]);
        Assert.Equal(["nl", "fr", "de"], answer["data"]!["pages"]!.AsObject().Select(page => page.Key));
        Assert.Equal("/api/v1/countries/BE", (string?)answer["links"]!["self"]);
    }

    [Fact]
    public async Task Every_country_has_its_whole_page_in_each_of_its_languages()
    {
        var countries = await site.ReadAsync("/api/v1/countries?limit=200");
        var pages = countries["data"]!.AsArray().SelectMany(country => country!["pages"]!.AsObject()).Select(page => (string)page.Value!).ToList();

        Assert.True(pages.Count >= 39);

        foreach (var path in pages)
        {
            var page = (await site.ReadAsync(path))["data"]!;

            Assert.Equal(5, page["steps"]!.AsArray().Count);
            Assert.NotNull(page["film"]);
            Assert.Contains(page["contacts"]!.AsArray(), group => (string?)group!["kind"] == "image-removal");
            Assert.False(string.IsNullOrEmpty((string?)page["emergency"]!["number"]));
        }
    }

    [Fact]
    public async Task A_country_page_has_its_parts_in_the_order_of_the_page()
    {
        var page = (await site.ReadAsync("/api/v1/countries/BE/fr"))["data"]!;

        Assert.Equal(["police-report", "child-helpline", "hotline", "missing-children", "image-removal"], Kinds(page));
        Assert.Equal([1, 2, 3, 4, 5], page["steps"]!.AsArray().Select(step => (int)step!["order"]!));
        Assert.All(page["steps"]!.AsArray(), step => Assert.Equal("fr", (string?)step!["provenance"]!["title"]));
        Assert.True((bool)page["film"]!["isInPageLanguage"]!);
        Assert.Equal("fr", (string?)page["film"]!["values"]!["language"]);
        Assert.NotEmpty(page["partners"]!["european"]!.AsArray());
        Assert.Equal("never-checked", (string?)page["contacts"]![0]!["contacts"]![0]!["freshness"]);
        Assert.Contains(AllContacts(page), contact => (string?)contact["id"] == (string?)page["firstToTalkTo"]);
    }

    [Theory]
    [InlineData("/api/v1/steps", 5)]
    [InlineData("/api/v1/steps?locale=el", 5)]
    [InlineData("/api/v1/films", 42)]
    [InlineData("/api/v1/partners", 27)]
    [InlineData("/api/v1/facts", 27)]
    [InlineData("/api/v1/contacts", 178)]
    [InlineData("/api/v1/content/CountryPage?locale=de", 5)]
    [InlineData("/api/v1/content/Page", 8)]
    [InlineData("/api/v1/content/Alert", 0)]
    public async Task A_list_says_how_many_it_has(string path, int total)
    {
        var answer = await site.ReadAsync(path);

        Assert.Equal(total, (int?)answer["meta"]!["total"]);
        Assert.Equal(Math.Min(total, 50), answer["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Contacts_are_filtered_by_country_and_kind()
    {
        var ofCountry = await site.ReadAsync("/api/v1/contacts?country=DE&locale=de");
        var helplines = await site.ReadAsync("/api/v1/contacts?kind=child-helpline&limit=200");

        Assert.All(ofCountry["data"]!.AsArray(), contact => Assert.True((string?)contact!["scope"] is "DE" or "EU"));
        Assert.Equal(2, ofCountry["data"]!.AsArray().Count(contact => (string?)contact!["scope"] == "EU"));
        Assert.All(helplines["data"]!.AsArray(), contact => Assert.Equal("child-helpline", (string?)contact!["values"]!["kind"]));
        Assert.True(helplines["data"]!.AsArray().Count >= 38);
    }

    [Fact]
    public async Task Any_document_is_found_by_its_type_and_id()
    {
        var first = (await site.ReadAsync("/api/v1/steps?locale=bg"))["data"]![0]!;

        var answer = await site.ReadAsync($"/api/v1/content/Step/{first["id"]}?locale=bg");

        Assert.Equal(first.ToJsonString(), answer["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_missing_value_is_absent_and_nothing_is_null()
    {
        using var response = await site.GetAsync("/api/v1/contacts?limit=200");

        Assert.DoesNotContain("null", (await response.Content.ReadAsStringAsync()).Replace("nullius", "", StringComparison.Ordinal).Split('"').Where((_, i) => i % 2 == 0));
    }

    [Fact]
    public async Task Every_link_of_every_answer_leads_somewhere()
    {
        var waiting = new Queue<string>(["/api/v1/countries", "/api/v1/countries/MT", "/api/v1/countries/CH/it", "/api/v1/steps", "/api/v1/contacts?limit=100", "/api/v1/content/Step"]);
        var seen = new HashSet<string>(waiting);

        while (waiting.TryDequeue(out var path) && seen.Count < 120)
        {
            foreach (var link in Addresses((await site.ReadAsync(path))["links"]!).Select(link => link.Split('#')[0]).Where(seen.Add))
            {
                using var response = await site.GetAsync(link);
                Assert.True(response.IsSuccessStatusCode, $"{path} leads to {link}: {response.StatusCode}");
            }
        }
    }

    private static IEnumerable<string> Addresses(JsonNode links) =>
        links.AsObject().SelectMany(link => link.Value is JsonObject inner ? inner.Select(one => (string)one.Value!) : [(string)link.Value!]);

    private static IEnumerable<string?> Kinds(JsonNode page) => page["contacts"]!.AsArray().Select(group => (string?)group!["kind"]);

    private static IEnumerable<JsonNode> AllContacts(JsonNode page) =>
        page["contacts"]!.AsArray().SelectMany(group => group!["contacts"]!.AsArray()).Select(contact => contact!);
}
