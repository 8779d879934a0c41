using System.IO.Compression;
using System.Text;

namespace SayNo.Web.Tests.Caching;

public sealed class ContentCodingTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("BR", "br")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("br; q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("identity", "")]
    [InlineData("zstd", "")]
    [InlineData("br;q=rubbish", "")]
    [InlineData(",,;;", "")]
    public async Task The_best_coding_that_the_client_takes_is_sent(string accepted, string coding)
    {
        using var answer = await site.GetAsync("/de/de", ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "");
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
    }

    [Fact]
    public async Task Every_coding_unpacks_to_the_same_page()
    {
        var plain = await (await site.GetAsync("/de/de")).Content.ReadAsStringAsync();
        await using var brotli = new BrotliStream(await (await site.GetAsync("/de/de", ("Accept-Encoding", "br"))).Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        await using var gzip = new GZipStream(await (await site.GetAsync("/de/de", ("Accept-Encoding", "gzip"))).Content.ReadAsStreamAsync(), CompressionMode.Decompress);

        Assert.Equal(plain, await new StreamReader(brotli, Encoding.UTF8).ReadToEndAsync());
        Assert.Equal(plain, await new StreamReader(gzip, Encoding.UTF8).ReadToEndAsync());
    }
}
