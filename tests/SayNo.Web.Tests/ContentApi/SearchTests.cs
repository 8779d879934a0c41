using System.Net;
using System.Text.Json.Nodes;

namespace SayNo.Web.Tests.ContentApi;

/// <summary>Partners search as visitors do, and nobody keeps what was typed.</summary>
[Collection(ApiReaders.Name)]
public sealed class SearchTests(ApiSite site)
{
    [Fact]
    public async Task A_partner_finds_what_a_visitor_of_that_country_would()
    {
        var answer = await site.ReadAsync("/api/v1/search?q=116111&locale=de&country=DE");
        var hit = answer["data"]!.AsArray().First()!;

        Assert.Equal(("contact", "DE", "/de/de#help"), ((string?)hit["kind"], (string?)hit["scope"], (string?)hit["page"]));
        Assert.All(answer["data"]!.AsArray(), one => Assert.True((string?)one!["kind"] != "contact" || (string?)one["scope"] is "DE" or "EU"));
        var document = await site.ReadAsync((string)hit["document"]! + "?locale=de");
        Assert.Equal("116111", (string?)document["data"]!["values"]!["phone"]);
    }

    [Fact]
    public async Task Slips_are_forgiven_and_said_and_languages_are_named()
    {
        var answer = await site.ReadAsync("/api/v1/search?q=poliziei&locale=de");

        Assert.True((bool)answer["meta"]!["isOnlyClose"]!);
        Assert.Contains(answer["data"]!.AsArray(), hit => (string?)hit!["title"]!["locale"] == "de");
        Assert.Empty((await site.ReadAsync("/api/v1/search?q=qqqqqqqq"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Pages_together_are_the_whole_result_in_one_order()
    {
        var whole = await site.ReadAsync("/api/v1/search?q=police&limit=200");
        var walked = new List<string?>();

        for (var path = "/api/v1/search?q=police&limit=7"; path is not null;)
        {
            var page = await site.ReadAsync(path);
            walked.AddRange(Ids(page));
            path = (string?)page["links"]!["next"];
        }

        Assert.InRange(walked.Count, 8, 200);
        Assert.Equal(Ids(whole), walked);
        Assert.Equal("/api/v1/search?limit=7&q=police", (string?)(await site.ReadAsync("/api/v1/search?page=2&q=police&limit=7"))["links"]!["prev"]);
        Assert.Empty((await site.ReadAsync("/api/v1/search?q=police&page=900"))["data"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_has_an_ETag_of_its_own_and_is_kept_by_nobody_but_who_asked()
    {
        const string path = "/api/v1/search?q=police";
        using var first = await site.GetAsync(path);
        using var second = await site.GetAsync(path, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var third = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("max-age=60, private, stale-if-error=86400", first.Headers.CacheControl!.ToString());
        Assert.Equal("sayno; fwd=bypass", third.Headers.GetValues("Cache-Status").Single());
    }

    [Fact]
    public async Task A_refusal_says_nothing_back_of_what_was_typed()
    {
        using var answer = await site.GetAsync($"/api/v1/search?q={new string('s', 90)}secretsecretsecret");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Ids(JsonObject answer) => answer["data"]!.AsArray().Select(hit => $"{hit!["kind"]} {hit["id"]}");
}
