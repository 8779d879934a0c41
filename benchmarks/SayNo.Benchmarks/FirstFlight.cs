using System.Globalization;
using Microsoft.Playwright;
using SayNo.Browser.Tests;
using SayNo.Testing;

namespace SayNo.Benchmarks;

/// <summary>How long a country page takes to show itself in Chromium on a bad network, and whether it moves while it does.</summary>
internal static class FirstFlight
{
    private const int RoundTrip = 400;
    private const int BitsPerSecond = 400_000;
    private const int Rounds = 5;

    // Before a browser that was never here may ask for a page, it asks for the address of the host and shakes hands twice: TCP and TLS 1.3.
    private const int NewConnection = 3 * RoundTrip;

    // One for each script; the heaviest of all is added.
    private static readonly string[] Scripts = ["/de/de", "/gr/el", "/bg/bg", "/de/ar"];

    private const string Watch =
        """
        window.moved = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; })).observe({ type: 'layout-shift', buffered: true });
        """;

    private const string Painted =
        """
        () => new Promise(done => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(entry => done(entry.startTime)))
          .observe({ type: 'paint', buffered: true }))
        """;

    public static async Task RunAsync(Table table, string folder)
    {
        var program = await ChromiumProgram.FindOrInstallAsync(Console.Error.WriteLine, CancellationToken.None);
        using var site = await Server.SiteAsync(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, ChromiumSandbox = !Programs.IsRoot });
        var heaviest = await HeaviestAsync(site);

        foreach (var path in Scripts.Append(heaviest).Distinct())
        {
            var visits = new List<Visit>();

            for (var round = 0; round < Rounds; round++)
            {
                visits.Add(await OpenAsync(chromium, site.Address + path));
            }

            Add(table, path == heaviest ? $"{path}, the heaviest" : path, [.. visits.OrderBy(visit => visit.Paint)], await site.GetAsync(path, "br"));
        }
    }

    private static void Add(Table table, string what, Visit[] visits, byte[] body)
    {
        var paint = visits[Rounds / 2].Paint;
        var slowest = visits[^1].Paint;
        var requests = string.Join(" or ", visits.Select(visit => visit.Requests).Distinct().Order().Select(count => count.ToString(CultureInfo.InvariantCulture)));

        table.Add($"first contentful paint of {what}", $"{paint:0} ms", "under 2,000 ms",
            $"slowest of {Rounds}: {slowest:0} ms; with a new connection: {paint + NewConnection:0} ms; layout shift {visits.Max(visit => visit.Moved):0.###}; requests {requests}; {body.Length:#,0} bytes of body");
    }

    /// <summary>A browser that was never here, on a network of one bar.</summary>
    private static async Task<Visit> OpenAsync(IBrowser chromium, string address)
    {
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 640 } });
        var page = await context.NewPageAsync();
        var requests = 0;
        page.Request += (_, _) => requests++;
        await page.AddInitScriptAsync(Watch);
        await ThrottleAsync(await context.NewCDPSessionAsync(page));

        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var paint = await page.EvaluateAsync<double>(Painted);

        return new(paint, await page.EvaluateAsync<double>("moved"), requests);
    }

    private static async Task ThrottleAsync(ICDPSession network)
    {
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = RoundTrip,
            ["downloadThroughput"] = BitsPerSecond / 8,
            ["uploadThroughput"] = BitsPerSecond / 8,
        });
    }

    private static async Task<string> HeaviestAsync(Server site)
    {
        var sizes = new List<(string Path, int Bytes)>();

        foreach (var path in await site.CountryPagesAsync())
        {
            sizes.Add((path, (await site.GetAsync(path, "br")).Length));
        }

        return sizes.MaxBy(page => page.Bytes).Path;
    }

    /// <summary>What one opening of a page gave.</summary>
    private sealed record Visit(double Paint, double Moved, int Requests);
}
