using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>What a child, a teacher or a club takes from the printer.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class PrintTests(Site site, Chromium chromium)
{
    // The longest words, the most contacts and steps, other alphabets, and the other direction.
    private static readonly string[] Longest = ["/bg/bg", "/de/de", "/de/ar", "/gr/el", "/be/fr", "/ie/ga", "/ua/uk"];

    [Fact]
    public async Task R26_a_country_page_prints_on_one_sheet_of_A4_with_a_code_that_no_screen_asks_for()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var codes = new List<string>();
        page.Request += (_, request) => codes.AddRange(request.Url.Contains("/qr/", StringComparison.Ordinal) ? [request.Url] : []);

        foreach (var path in Longest)
        {
            await page.GotoAsync(site.At(path));
            Assert.DoesNotContain(site.At($"/qr{path}.svg"), codes);

            var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

            Assert.True(Sheet().Count(paper) == 1, $"{path} takes {Sheet().Count(paper)} sheets.");
            Assert.Contains(site.At($"/qr{path}.svg"), codes);
        }
    }

    [Fact]
    public async Task R26_on_paper_the_help_comes_before_the_steps_with_every_address_written_out()
    {
        await using var visit = await chromium.VisitAsync(794, 1123);
        var page = await visit.OpenAsync(site, "/de/de");

        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        var help = await page.Locator(".sn-help").BoundingBoxAsync();
        var steps = await page.Locator(".sn-do").BoundingBoxAsync();
        Assert.True(help!.X + help.Width <= steps!.X && help.Y <= steps.Y + 1, "The help is not the first column.");
        Assert.Equal(0, await page.Locator(".sn-top:visible, .sn-film:visible, .sn-answers:visible, .sn-foot nav:visible").CountAsync());
        await Assertions.Expect(page.Locator(".sn-paper")).ToContainTextAsync("/de/de");
        Assert.Contains(
            "https://",
            await page.Locator(".sn-contacts a[href^=https]").First.EvaluateAsync<string>("link => getComputedStyle(link, '::after').content"),
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();
}
