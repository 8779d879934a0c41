using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>A country page shows itself by its one answer alone and then stays where it is; how long that takes, the benchmarks measure.</summary>
[Collection(InTheBrowser.Name)]
public sealed class FirstFlightTests(Site site, Chromium chromium)
{
    private const string Watch =
        """
        window.moves = [];
        const name = source => `${source.node?.nodeName}.${source.node?.className}`;
        new PerformanceObserver(list => list.getEntries().forEach(entry => moves.push(`${entry.value} at ${entry.startTime | 0} ms: ${entry.sources.map(name)}`)))
          .observe({ type: 'layout-shift', buffered: true });
        window.painted = new Promise(done => new PerformanceObserver(list =>
          list.getEntriesByName('first-contentful-paint').forEach(done)).observe({ type: 'paint', buffered: true }));
        """;

    [Theory]
    [InlineData("/de/de")]
    [InlineData("/gr/el")]
    [InlineData("/bg/bg")]
    [InlineData("/de/ar")]
    public async Task A_country_page_paints_by_its_one_answer_alone_and_nothing_moves_afterwards(string path)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var held = new List<string>();
        var letGo = new TaskCompletionSource();
        await page.AddInitScriptAsync(Watch);

        // Whatever else the page asks for gets no answer until it has painted: it would wait for ever for what it cannot do without.
        await page.RouteAsync(url => url != site.At(path), async route =>
        {
            held.Add(route.Request.Url);
            await letGo.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(site.At(path), new() { WaitUntil = WaitUntilState.Commit });
        await page.EvaluateAsync("painted.then(() => true)").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.DoesNotContain(held, url => !url.EndsWith("/icon.svg", StringComparison.Ordinal));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "performance.getEntriesByType('resource').filter(one => one.renderBlockingStatus === 'blocking').map(one => one.name)"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.fonts.size"));

        letGo.SetResult();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScrollToEndAsync();
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        Assert.Empty(await page.EvaluateAsync<string[]>("moves"));
    }
}
