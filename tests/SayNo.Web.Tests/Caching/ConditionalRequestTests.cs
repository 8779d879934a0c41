using System.Net;
using System.Net.Http.Headers;

namespace SayNo.Web.Tests.Caching;

public sealed class ConditionalRequestTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Page = "/de/de";

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("\"other\",W/{0} , \"third\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("not a tag", 200)]
    public async Task If_None_Match_decides(string header, int status)
    {
        using var first = await site.GetAsync(Page);
        using var second = await site.GetAsync(Page, ("If-None-Match", header.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal)));

        Assert.Equal(status, (int)second.StatusCode);
    }

    [Theory]
    [InlineData(0, 304)]
    [InlineData(1, 304)]
    [InlineData(-1, 200)]
    public async Task If_Modified_Since_decides_alone(int secondsLater, int status)
    {
        using var first = await site.GetAsync(Page);
        var since = first.Content.Headers.LastModified!.Value.AddSeconds(secondsLater).ToString("r");
        using var second = await site.GetAsync(Page, ("If-Modified-Since", since));

        Assert.Equal(status, (int)second.StatusCode);
    }

    [Fact]
    public async Task If_None_Match_wins_over_If_Modified_Since()
    {
        using var first = await site.GetAsync(Page);
        var now = DateTimeOffset.UtcNow.ToString("r");
        using var changed = await site.GetAsync(Page, ("If-None-Match", "\"other\""), ("If-Modified-Since", now));
        using var same = await site.GetAsync(Page, ("If-None-Match", first.Headers.ETag!.Tag), ("If-Modified-Since", DateTimeOffset.UnixEpoch.ToString("r")));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Not_modified_carries_what_a_cache_must_renew_and_no_body()
    {
        using var first = await site.GetAsync(Page);
        using var second = await site.GetAsync(Page, ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl!.ToString(), second.Headers.CacheControl!.ToString());
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.NotNull(second.Headers.Date);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Null(second.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Each_content_coding_has_a_strong_tag_of_its_own()
    {
        var tags = new List<EntityTagHeaderValue>();

        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            using var answer = await site.GetAsync(Page, ("Accept-Encoding", coding));
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity");
            tags.Add(answer.Headers.ETag!);
        }

        Assert.Equal(3, tags.Distinct().Count());
        Assert.DoesNotContain(tags, tag => tag.IsWeak);

        using var other = await site.GetAsync(Page, ("Accept-Encoding", "br"), ("If-None-Match", tags[1].Tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task HEAD_says_what_GET_says_without_the_body()
    {
        using var get = await site.GetAsync(Page);
        using var head = await site.SendAsync(HttpMethod.Head, Page);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }
}
