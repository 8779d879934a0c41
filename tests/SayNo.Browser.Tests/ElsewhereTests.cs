namespace SayNo.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class ElsewhereTests(Chromium chromium)
{
    [Fact]
    public async Task No_page_of_these_tests_leaves_the_machine()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();

        await page.GotoAsync("https://www.wikipedia.org/wiki/Kindness");

        Assert.Equal("Elsewhere", await page.TitleAsync());
        Assert.Contains(chromium.Elsewhere.Requests, request => request is { Host: "www.wikipedia.org", Path: "/wiki/Kindness", Referer: "" });
    }
}
