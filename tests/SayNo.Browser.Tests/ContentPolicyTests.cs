using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>No script but the site's own runs in a page, wherever it may have come from.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ContentPolicyTests(Site site, Chromium chromium)
{
    private const string Injected =
        """
        <script>window.isHarmed = true</script><script src="/icon.svg"></script><script src="https://evil.example/x.js"></script>
        <img src="x" onerror="window.isHarmed = true"><a id="evil" href="javascript:void(window.isHarmed = true)">x</a><iframe src="https://evil.example/"></iframe>
        <style>main { display: none }</style><base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">
        """;

    [Fact]
    public async Task A_script_a_style_and_a_frame_that_got_into_a_page_do_nothing_and_ask_nobody()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        await visit.RouteAsync(site.At("/de/de"), InjectAsync);
        var before = chromium.Elsewhere.Requests.Count;
        var page = await visit.OpenAsync(site, "/de/de");

        await page.Locator("#evil").EvaluateAsync("link => link.click()");

        Assert.False(await page.EvaluateAsync<bool>("window.isHarmed === true"));
        Assert.Equal(before, chromium.Elsewhere.Requests.Count);
        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
        Assert.StartsWith(site.At("/"), await page.EvaluateAsync<string>("document.baseURI"), StringComparison.Ordinal);
        await page.Exit().ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    [Theory]
    [InlineData("document.body.innerHTML = '<p>x'")]
    [InlineData("document.write('<p>x')")]
    [InlineData("document.createElement('script').text = 'x'")]
    [InlineData("document.createElement('script').src = 'x'")]
    [InlineData("document.createElement('iframe').srcdoc = 'x'")]
    [InlineData("new DOMParser().parseFromString('<p>x', 'text/html')")]
    [InlineData("trustedTypes.createPolicy('x', { createHTML: text => text })")]
    public async Task A_script_can_make_neither_markup_nor_another_script_of_a_text(string attempt)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/safety/de");

        Assert.Equal("TypeError", await page.EvaluateAsync<string>($"() => {{ try {{ {attempt}; return 'done'; }} catch (error) {{ return error.name; }} }}"));
    }

    private static async Task InjectAsync(IRoute route)
    {
        var answer = await route.FetchAsync();
        var html = await answer.TextAsync();
        await route.FulfillAsync(new() { Response = answer, Body = html.Replace("<main ", Injected + "<main ", StringComparison.Ordinal) });
    }
}
