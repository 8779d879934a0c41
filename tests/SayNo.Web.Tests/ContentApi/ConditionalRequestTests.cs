using System.Globalization;
using System.IO.Compression;
using System.Net;

namespace SayNo.Web.Tests.ContentApi;

[Collection(ApiReaders.Name)]
public sealed class ConditionalRequestTests(ApiSite site)
{
    private const string Page = "/api/v1/countries/DE/de";

    public static TheoryData<string, bool> IfNoneMatch => new()
    {
        { "{tag}", true },
        { "W/{tag}", true },
        { "\"other\", {tag}", true },
        { "\"a\" , W/{tag},\"b\"", true },
        { "*", true },
        { "\"other\"", false },
        { "W/\"other\"", false },
    };

    [Theory]
    [MemberData(nameof(IfNoneMatch))]
    public async Task If_None_Match_is_read_as_RFC_9110_says(string header, bool isNotModified)
    {
        using var first = await site.GetAsync(Page);
        var tag = first.Headers.ETag!.ToString();

        using var second = await site.GetAsync(Page, ("If-None-Match", header.Replace("{tag}", tag, StringComparison.Ordinal)));

        Assert.Equal(isNotModified ? HttpStatusCode.NotModified : HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag!.ToString());
        Assert.Equal(first.Headers.CacheControl!.ToString(), second.Headers.CacheControl!.ToString());
        Assert.Equal("Accept-Encoding", Assert.Single(second.Headers.Vary));
        Assert.Equal(isNotModified, (await second.Content.ReadAsByteArrayAsync()).Length == 0);
        Assert.Equal("*", second.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task If_Modified_Since_counts_only_without_If_None_Match()
    {
        using var first = await site.GetAsync(Page);
        var modified = first.Content.Headers.LastModified!.Value.ToString("r", CultureInfo.InvariantCulture);
        var before = first.Content.Headers.LastModified!.Value.AddSeconds(-1).ToString("r", CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(("If-Modified-Since", modified)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(("If-Modified-Since", before)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(("If-Modified-Since", "yesterday")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(("If-Modified-Since", modified), ("If-None-Match", "\"other\"")));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(("If-Modified-Since", before), ("If-None-Match", first.Headers.ETag!.ToString())));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("identity", "")]
    [InlineData("garbage;;;=", "")]
    public async Task The_best_coding_is_chosen_and_each_has_a_tag_of_its_own(string accepted, string coding)
    {
        using var plain = await site.GetAsync(Page);
        using var response = await site.GetAsync(Page, ("Accept-Encoding", accepted));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(coding, string.Join(",", response.Content.Headers.ContentEncoding));
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), Unpacked(bytes, coding));
        Assert.Equal(coding.Length == 0, plain.Headers.ETag!.Equals(response.Headers.ETag));
        Assert.False(response.Headers.ETag!.IsWeak);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData("/api/v1/contacts?limit=3")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/nothing")]
    public async Task HEAD_is_GET_without_the_body(string path)
    {
        using var get = await site.GetAsync(path);
        using var head = await site.SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);

        if (get.IsSuccessStatusCode)
        {
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        }
    }

    [Theory]
    [InlineData("/api/v1/countries")]
    [InlineData("/api/v1/countries/FR")]
    [InlineData("/api/v1/countries/FR/fr")]
    [InlineData("/api/v1/steps")]
    [InlineData("/api/v1/contacts")]
    [InlineData("/api/v1/films")]
    [InlineData("/api/v1/partners")]
    [InlineData("/api/v1/facts")]
    [InlineData("/api/v1/content/Page")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api")]
    public async Task Every_answer_says_how_long_to_keep_it_also_when_we_are_gone(string path)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.NotNull(response.Headers.ETag);
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Addresses_that_mean_the_same_share_one_answer()
    {
        using var one = await site.GetAsync("/api/v1/contacts?limit=7&country=at&locale=EN");
        using var other = await site.GetAsync("/api/v1/contacts?country=AT&limit=7");

        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
        Assert.Equal("sayno; hit", other.Headers.GetValues("Cache-Status").Single());
    }

    private async Task<HttpStatusCode> StatusAsync(params IEnumerable<(string, string)> headers)
    {
        using var response = await site.GetAsync(Page, headers);

        return response.StatusCode;
    }

    private static byte[] Unpacked(byte[] bytes, string coding)
    {
        using var input = new MemoryStream(bytes);
        using Stream unpacked = coding switch
        {
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var output = new MemoryStream();
        unpacked.CopyTo(output);

        return output.ToArray();
    }
}
