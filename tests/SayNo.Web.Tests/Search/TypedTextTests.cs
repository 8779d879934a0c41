using System.Net;
using SayNo.Search.Finding;

namespace SayNo.Web.Tests.Search;

/// <summary>Whatever somebody types is only text, and it is kept nowhere (R11).</summary>
public sealed class TypedTextTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("privacy <img src=x onerror=alert(1)>")]
    [InlineData("\"><svg onload=alert(1)> cookies")]
    [InlineData("police' OR 1=1 --")]
    [InlineData("title:police NEAR(a b) * \" \"")]
    [InlineData("a\u0000b\u001b[31m\u202epolice")]
    [InlineData("\uD83D\uDE00\uD83D")]
    [InlineData("%")]
    [InlineData("^ + - * ( ) \" ' :")]
    public async Task It_is_neither_markup_nor_a_command(string typed)
    {
        foreach (var path in (string[])[$"/search/en?q={Escaped(typed)}", $"/search/el?country=gr&q={Escaped(typed)}"])
        {
            using var answer = await site.GetAsync(path);
            var page = await site.PageAsync(path);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(page.QuerySelectorAll("main script, main img, main svg[onload], [onerror]"));
            Assert.DoesNotContain(page.QuerySelector("#q")!.GetAttribute("value")!, char.IsControl);
        }
    }

    [Fact]
    public async Task Hits_are_marked_and_stay_text()
    {
        var page = await site.PageAsync("/search/en?q=cookies");

        Assert.Equal("cookies", page.QuerySelector("section[aria-labelledby=page] mark")!.TextContent);
        Assert.DoesNotContain("&lt;mark", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(1_000)]
    [InlineData(6_000)]
    public async Task A_book_is_cut_to_what_a_question_can_be(int length)
    {
        var page = await site.PageAsync($"/search/en?q={new string('a', length)}");

        Assert.Equal(SearchQuery.Longest, page.QuerySelector("#q")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task More_than_a_request_may_hold_is_refused()
    {
        using var answer = await site.GetAsync($"/search/en?q={new string('a', 10_240)}");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search/en?q=police")]
    [InlineData("/search/en")]
    [InlineData("/?q=germany")]
    public async Task No_cache_and_no_browser_keeps_the_answer(string path)
    {
        using var answer = await site.GetAsync(path, ("Accept-Encoding", "br"));

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding, Accept-Language", string.Join(", ", answer.Headers.Vary));
    }

    [Fact]
    public async Task A_head_request_is_answered_without_a_body()
    {
        using var answer = await site.SendAsync(HttpMethod.Head, "/search/en?q=police");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("help me", "help")]
    [InlineData("me", "me")]
    [InlineData("l'image d’une amie", "image|une|amie")]
    [InlineData("الشرطة", "شرطه")]
    [InlineData(" +49 (0) 800 / 111-0 ", "4908001110")]
    [InlineData("pay PAY pày", "pay")]
    [InlineData("🙂", "")]
    public void It_is_taken_apart_into_the_words_that_tell(string typed, string words) => Assert.Equal(words, string.Join('|', SearchQuery.Parse(typed).Words));

    // Half of a pair of surrogates has no UTF-8: it is sent as a careless program would.
    private static string Escaped(string typed) => Uri.EscapeDataString(typed.Replace("\uD83D\uDE00\uD83D", "\uD83D\uDE00", StringComparison.Ordinal)) + (typed.EndsWith('\uD83D') ? "%ED%A0%BD" : "");
}
