using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>A country page comes whole within the first flight of a connection, on a bad network too, and through a proxy that knows no younger coding than gzip.</summary>
[Collection(OnTheSite.Name)]
public sealed class ByteBudgetTests(CrawledSite site)
{
    private const int Most = 14_000;

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    public async Task Every_country_page_with_all_it_needs_for_the_first_paint_is_at_most_14000_bytes_on_the_wire(string codings, string coding)
    {
        var measured = new List<(string Path, int Bytes)>();

        foreach (var (address, page) in site.Countries)
        {
            var bytes = 0;

            foreach (var path in NeededForFirstPaint(page).Prepend(address.Path))
            {
                var answer = await Wire.GetAsync(site.Running.Address, path, CancellationToken.None, codings);
                Assert.Equal(coding, answer.Header("Content-Encoding"));
                bytes += answer.Bytes;
            }

            measured.Add((address.Path, bytes));
        }

        var tooLong = measured.Where(page => page.Bytes > Most).Select(page => $"{page.Path}: {page.Bytes} bytes").ToList();
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    /// <summary>Styles, scripts and fonts hold the first paint up; pictures and the film do not.</summary>
    private static IEnumerable<string> NeededForFirstPaint(CrawledPage page) =>
        page.Html.QuerySelectorAll("link[rel~=stylesheet], link[rel~=preload], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
}
