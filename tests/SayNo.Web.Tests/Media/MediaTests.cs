using System.Net;
using System.Net.Http.Headers;
using SayNo.Web.Tests.Campaign.Films;

namespace SayNo.Web.Tests.Media;

/// <summary>The files that the site serves itself, whole and in parts (RFC 9110, 14).</summary>
public sealed class MediaTests(FilmSite site) : IClassFixture<FilmSite>
{
    private const string Film = "/media/clip.mp4";

    private static readonly byte[] Bytes = File.ReadAllBytes(Path.Combine(FilmSite.Clip, "clip.mp4"));

    [Theory]
    [InlineData("bytes=0-9", 0, 9)]
    [InlineData("bytes=100-", 100, -1)]
    [InlineData("bytes=-7", -7, -1)]
    [InlineData("bytes=5-99999999", 5, -1)]
    public async Task A_player_gets_the_part_that_it_asks_for(string range, int first, int last)
    {
        first = first < 0 ? Bytes.Length + first : first;
        last = last < 0 ? Bytes.Length - 1 : last;

        using var answer = await site.Under.GetAsync(Film, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(first, last, Bytes.Length), answer.Content.Headers.ContentRange);
        Assert.Equal(Bytes[first..(last + 1)], await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=-0")]
    public async Task A_part_that_is_not_there_is_refused_with_the_length(string range)
    {
        using var answer = await site.Under.GetAsync(Film, ("Range", range));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal(Bytes.Length, answer.Content.Headers.ContentRange?.Length);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=9-5")]
    [InlineData("bytes=abc")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=0-1,5-6")]
    public async Task A_range_that_nobody_understands_is_as_none(string range)
    {
        using var answer = await site.Under.GetAsync(Film, ("Range", range));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_is_sent_only_of_the_same_file_and_a_known_file_not_again()
    {
        using var whole = await site.Under.SendAsync(HttpMethod.Head, Film);
        var tag = whole.Headers.ETag!.ToString();

        using var same = await site.Under.GetAsync(Film, ("Range", "bytes=0-9"), ("If-Range", tag));
        using var other = await site.Under.GetAsync(Film, ("Range", "bytes=0-9"), ("If-Range", "\"other\""));
        using var known = await site.Under.GetAsync(Film, ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal(Bytes.Length, whole.Content.Headers.ContentLength);
        Assert.Equal("bytes", Assert.Single(whole.Headers.AcceptRanges));
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData(Film, "video/mp4", "public, max-age=3600")]
    [InlineData("/media/clip.webm", "video/webm", "public, max-age=3600")]
    [InlineData("/media/clip-ar.vtt", "text/vtt; charset=utf-8", "public, max-age=3600")]
    [InlineData("/media/poster.webp", "image/webp", "public, max-age=3600")]
    [InlineData("/media/clip.0123456789abcdef.mp4", "video/mp4", "public, max-age=31536000, immutable")]
    public async Task Only_what_is_named_by_a_hash_is_kept_for_good_and_nobody_guesses_what_a_file_is(string path, string type, string kept)
    {
        using var answer = await site.Under.GetAsync(path);

        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(kept.Split(", ").Order(), answer.Headers.CacheControl!.ToString().Split(", ").Order());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Theory]
    [InlineData("/media")]
    [InlineData("/media/")]
    [InlineData("/media/nothing.mp4")]
    [InlineData("/media/notes.txt")]
    [InlineData("/media/.hidden.mp4")]
    [InlineData("/media/../secret.mp4")]
    [InlineData("/media/%2e%2e/secret.mp4")]
    [InlineData("/media/..%2fsecret.mp4")]
    [InlineData("/media/..%5csecret.mp4")]
    [InlineData("/media//clip.mp4")]
    public async Task Nothing_else_of_the_machine_can_be_reached(string path)
    {
        using var answer = await site.Under.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
