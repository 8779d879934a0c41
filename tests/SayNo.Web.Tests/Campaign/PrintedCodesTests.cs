using System.Net;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Campaign;

public sealed class PrintedCodesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/de/de")]
    [InlineData("/rs/sr-Latn")]
    public async Task R26_the_code_on_paper_says_the_address_that_stands_beside_it(string path)
    {
        var paper = (await site.PageAsync(path)).QuerySelector(".sn-paper")!;
        var picture = paper.QuerySelector("img")!;

        var answer = await site.Http.GetAsync(picture.GetAttribute("src"));
        var svg = await answer.Content.ReadAsStringAsync();

        var address = paper.TextContent.Trim();
        var size = QrPicture.Draw(address, out var modules);
        Assert.EndsWith(path, address, StringComparison.Ordinal);
        Assert.Equal("lazy", picture.GetAttribute("loading"));
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"viewBox=\"0 0 {size} {size}\"", svg, StringComparison.Ordinal);
        Assert.Contains($"d=\"{modules}\"", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/qr/de/fr.svg")]
    [InlineData("/qr/zz/de.svg")]
    public async Task There_is_no_code_for_a_page_that_there_is_not(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(path)).StatusCode);
}
