using System.Net;
using System.Text.Json.Nodes;

namespace SayNo.Web.Tests.ContentApi;

[Collection(ApiReaders.Name)]
public sealed class RefusalTests(ApiSite site)
{
    public static TheoryData<string, int, string, string> Refused => new()
    {
        { "/api/v1/contacts?colour=red", 400, "unknown-parameter", "colour" },
        { "/api/v1/contacts?Locale=de", 400, "unknown-parameter", "Locale" },
        { "/api/v1/contacts?locale=de&locale=fr", 400, "unknown-parameter", "locale" },
        { "/api/v1/contacts?%00=%0a", 400, "unknown-parameter", "\uFFFD" },
        { "/api/v1/countries/DE/de?locale=de", 400, "unknown-parameter", "locale" },
        { "/api/v1/openapi.json?x=", 400, "unknown-parameter", "x" },
        { "/api/v1/steps?kind=hotline", 400, "unknown-parameter", "kind" },
        { "/api/v1/contacts?locale=xx", 400, "invalid-parameter", "locale" },
        { "/api/v1/contacts?locale=", 400, "invalid-parameter", "locale" },
        { "/api/v1/contacts?locale=../../etc/passwd", 400, "invalid-parameter", "locale" },
        { "/api/v1/contacts?country=ZZ", 400, "invalid-parameter", "country" },
        { "/api/v1/contacts?kind=pizza", 400, "invalid-parameter", "kind" },
        { "/api/v1/partners?kind=hotline", 400, "invalid-parameter", "kind" },
        { "/api/v1/contacts?limit=0", 400, "invalid-parameter", "limit" },
        { "/api/v1/contacts?limit=201", 400, "invalid-parameter", "limit" },
        { "/api/v1/contacts?limit=-1", 400, "invalid-parameter", "limit" },
        { "/api/v1/contacts?limit=1e2", 400, "invalid-parameter", "limit" },
        { "/api/v1/contacts?limit=99999999999999999999", 400, "invalid-parameter", "limit" },
        { "/api/v1/search", 400, "invalid-parameter", "q" },
        { "/api/v1/search?q=%20", 400, "invalid-parameter", "q" },
        { "/api/v1/search?q=a&page=0", 400, "invalid-parameter", "page" },
        { "/api/v1/search?q=a&cursor=MXx", 400, "unknown-parameter", "cursor" },
        { "/api/v1/contacts?cursor=", 400, "malformed-cursor", "cursor" },
        { "/api/v1/contacts?cursor=abc", 400, "malformed-cursor", "cursor" },
        { "/api/v1/contacts?cursor=MXxFVXwxfHh8eQ", 400, "malformed-cursor", "cursor" },
        { "/api/v1/contacts?cursor=%F0%9F%98%80", 400, "malformed-cursor", "cursor" },
        { "/api/v1/countries/ZZ", 404, "not-found", "code" },
        { "/api/v1/countries/EU", 404, "not-found", "code" },
        { "/api/v1/countries/ZZ/de", 404, "not-found", "code" },
        { "/api/v1/countries/DE/xx", 404, "not-found", "locale" },
        { "/api/v1/countries/DE/el", 404, "not-found", "locale" },
        { "/api/v1/countries/DE/..%2f..%2fetc%2fpasswd", 404, "not-found", "locale" },
        { "/api/v1/content/Nothing", 404, "not-found", "type" },
        { "/api/v1/content/step", 404, "not-found", "type" },
        { "/api/v1/content/Step/0000000000000000000000000z", 404, "not-found", "id" },
        { "/api/v1/content/Step/%27%3BDROP%20TABLE", 404, "not-found", "id" },
        { "/api/problems/nothing", 404, "not-found", "name" },
    };

    public static TheoryData<string> Nowhere => new(
        "/api/v1", "/api/v1/", "/api/v2/countries", "/api/v1/countries/DE/de/film", "/api/nothing", "/api/v1/../../etc/passwd", "/api/v1/%2e%2e/%2e%2e/x",
        "/api/v1/countries//de/x", "/API/V1/NOTHING");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_names_what_is_wrong_and_what_would_be_right(string path, int status, string type, string parameter)
    {
        using var response = await site.GetAsync(path);
        var problem = await ProblemAsync(response, status, type);

        var error = problem["errors"]!.AsArray().First()!;
        Assert.Equal(parameter, (string?)error["parameter"]);
        Assert.Equal(status == 400 ? "query" : "path", (string?)error["in"]);
        Assert.False(string.IsNullOrEmpty((string?)error["detail"]));
        Assert.Contains((string)error["detail"]!, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/contacts?locale=xx", "sr-Latn")]
    [InlineData("/api/v1/contacts?country=zz", "XK")]
    [InlineData("/api/v1/contacts?kind=x", "image-removal")]
    [InlineData("/api/v1/contacts?x=1", "cursor")]
    [InlineData("/api/v1/countries/zz", "AT")]
    [InlineData("/api/v1/countries/BE/zz", "nl")]
    [InlineData("/api/v1/content/zz", "CountryContact")]
    public async Task A_refusal_lists_what_there_is(string path, string allowed)
    {
        using var response = await site.GetAsync(path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Contains(allowed, problem["errors"]![0]!["allowed"]!.AsArray().Select(one => (string?)one));
        Assert.Contains(allowed, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_of_a_query_are_named_at_once()
    {
        using var response = await site.GetAsync("/api/v1/contacts?locale=xx&country=ZZ&limit=none&cursor=no");
        var problem = await ProblemAsync(response, 400, "invalid-parameter");

        Assert.Equal(["locale", "country", "limit", "cursor"], problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]));
    }

    [Theory]
    [MemberData(nameof(Nowhere))]
    public async Task An_address_without_anything_is_refused_as_a_problem_too(string path)
    {
        using var response = await site.GetAsync(path);

        if (response.Content.Headers.ContentType!.MediaType == "text/html")
        {
            // Dots led out of /api: what is there is not the API's.
            Assert.DoesNotContain("root:", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            return;
        }

        await ProblemAsync(response, 404, "not-found");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("BREW")]
    public async Task Nothing_can_be_changed(string method)
    {
        using var response = await site.SendAsync(new(method), "/api/v1/countries/DE/de");
        await ProblemAsync(response, 405, "method-not-allowed");

        Assert.Contains("GET", response.Content.Headers.Allow);
        Assert.Contains("HEAD", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/html", false)]
    [InlineData("application/xml;q=0.9, text/*", false)]
    [InlineData("application/json;q=0, */*", false)]
    [InlineData("application/json", true)]
    [InlineData("text/html, application/*;q=0.1", true)]
    [InlineData("text/html, */*;q=0.1", true)]
    [InlineData("this is no media type", true)]
    public async Task What_the_client_does_not_take_is_not_sent(string accept, bool isSent)
    {
        // Asked twice: the answer from the cache must not differ.
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await site.GetAsync("/api/v1/countries/AT/de", ("Accept", accept));

            if (isSent)
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                continue;
            }

            await ProblemAsync(response, 406, "not-acceptable");
        }
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused()
    {
        using var response = await site.GetAsync("/api/v1/contacts?cursor=" + new string('A', 3000));

        await ProblemAsync(response, 414, "uri-too-long");
    }

    [Fact]
    public async Task A_bug_of_ours_tells_nothing_of_our_inside()
    {
        using var response = await site.GetAsync("/api/v1/failing");
        var problem = await ProblemAsync(response, 500, "internal-error");

        Assert.DoesNotContain(FailingModule.Secret, problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<JsonObject> ProblemAsync(HttpResponseMessage response, int status, string type)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.RequestMessage!.RequestUri}: {response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(["type", "title", "status", "detail", "instance", "traceId", "errors"], problem.Select(member => member.Key));
        Assert.Equal($"/api/problems/{type}", (string?)problem["type"]);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.NotEqual("", (string?)problem["traceId"]);
        Assert.StartsWith("/api", (string)problem["instance"]!, StringComparison.OrdinalIgnoreCase);

        return problem;
    }
}
