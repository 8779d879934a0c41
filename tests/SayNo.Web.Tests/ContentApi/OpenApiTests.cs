using System.Net;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using SayNo.Testing;

namespace SayNo.Web.Tests.ContentApi;

[Collection(ApiReaders.Name)]
public sealed class OpenApiTests(ApiSite site)
{
    private const string Renew = "SAYNO_RENEW_OPENAPI";

    private static readonly string Committed = Repository.Path("docs/api/openapi.v1.json");

    public static TheoryData<string, string> Answers => new()
    {
        { "/api/v1/countries", "/api/v1/countries?limit=200" },
        { "/api/v1/countries/{code}", "/api/v1/countries/XK" },
        { "/api/v1/countries/{code}/{locale}", "/api/v1/countries/DE/de" },
        { "/api/v1/countries/{code}/{locale}", "/api/v1/countries/XK/sq" },
        { "/api/v1/countries/{code}/{locale}", "/api/v1/countries/GB/en" },
        { "/api/v1/steps", "/api/v1/steps?locale=uk" },
        { "/api/v1/contacts", "/api/v1/contacts?limit=200" },
        { "/api/v1/films", "/api/v1/films" },
        { "/api/v1/partners", "/api/v1/partners" },
        { "/api/v1/facts", "/api/v1/facts" },
        { "/api/v1/search", "/api/v1/search?q=polizei&locale=de&limit=200" },
        { "/api/v1/content/{type}", "/api/v1/content/Page?locale=ga" },
    };

    [Fact]
    public async Task The_committed_description_is_the_one_that_is_served()
    {
        using var response = await site.GetAsync("/api/v1/openapi.json");
        var served = (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Committed, served);
        }

        var committed = File.Exists(Committed) ? (await File.ReadAllTextAsync(Committed)).ReplaceLineEndings("\n") : "";
        Assert.True(committed == served, $"docs/api/openapi.v1.json is not what the program serves. Run the tests once with {Renew}=1 to renew it, and commit it with your change.");
    }

    [Fact]
    public async Task The_description_is_valid_OpenAPI_3_1()
    {
        var text = await site.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative));

        var read = OpenApiDocument.Parse(text, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_operation_is_described_with_its_problems_its_ETag_and_304()
    {
        var paths = (await site.ReadAsync("/api/v1/openapi.json"))["paths"]!.AsObject();

        Assert.Equal(11, paths.Count);

        foreach (var (path, item) in paths)
        {
            var operation = item!["get"]!;
            Assert.Single(item.AsObject());
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
            Assert.False(string.IsNullOrEmpty((string?)operation["description"]), path);
            Assert.NotNull(operation["responses"]!["304"]);
            Assert.NotNull(operation["responses"]!["400"]);
            Assert.NotNull(operation["responses"]!["200"]!["headers"]!["ETag"]);
            Assert.Equal(path.Contains('{', StringComparison.Ordinal), operation["responses"]!["404"] is not null);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"])));
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_are_what_the_description_says(string path, string address)
    {
        var description = await site.ReadAsync("/api/v1/openapi.json");
        var schema = description["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        AssertValid(description, schema, await site.ReadAsync(address));
    }

    [Fact]
    public async Task Refusals_are_what_the_description_says()
    {
        var description = await site.ReadAsync("/api/v1/openapi.json");
        using var response = await site.GetAsync("/api/v1/contacts?x=1&locale=xx");

        AssertValid(description, new JsonObject { ["$ref"] = "#/components/schemas/Problem" }, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    [Fact]
    public async Task Every_example_keeps_to_its_schema()
    {
        var description = await site.ReadAsync("/api/v1/openapi.json");
        var withExample = description["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!["example"] is not null).ToList();

        Assert.Empty(site.Picture.Types.Keys.Concat(["Country", "Contact", "CountryView", "Problem"]).Except(withExample.Select(schema => schema.Key)));
        Assert.All(withExample, schema => AssertValid(description, new JsonObject { ["$ref"] = $"#/components/schemas/{schema.Key}" }, schema.Value!["example"]!));
    }

    [Fact]
    public async Task The_page_for_people_shows_every_resource_and_schema_without_any_outside_request()
    {
        using var response = await site.GetAsync("/api");
        var html = await response.Content.ReadAsStringAsync();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var description = await site.ReadAsync("/api/v1/openapi.json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.All(description["paths"]!.AsObject(), path => Assert.Contains(page.QuerySelectorAll("code"), code => code.TextContent == path.Key));
        Assert.All(description["components"]!["schemas"]!.AsObject(), schema => Assert.NotNull(page.GetElementById($"schema-{schema.Key}")));
        Assert.Empty(page.QuerySelectorAll("script, iframe, form, [style], [onclick]"));
        Assert.All(page.QuerySelectorAll("link, img, source"), element => Assert.StartsWith("/", element.GetAttribute("href") ?? element.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Contains("default-src 'none'; style-src 'sha256-", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        foreach (var example in page.QuerySelectorAll("a[href^='/api']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            using var shown = await site.GetAsync(example);
            Assert.True(shown.IsSuccessStatusCode, example);
        }
    }

    private static void AssertValid(JsonObject description, JsonNode schema, JsonNode instance)
    {
        var check = new SchemaCheck(description);
        check.Check(schema, instance);

        Assert.Empty(check.Problems);
    }
}
