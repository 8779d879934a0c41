namespace SayNo.Benchmarks;

/// <summary>Answers per second of a page and of its JSON, as a ratio to a bare endpoint that sends the same bytes.</summary>
internal static class Throughput
{
    private const string Page = "/de/de";
    private const string Json = "/api/v1/countries/DE/de";
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Table table, string folder)
    {
        using (var site = await Server.SiteAsync(folder))
        {
            await CompareAsync(table, "cached page, Brotli", site, Page, "br", "0.8");
            await CompareAsync(table, "cached page, plain", site, Page, null, "0.8");
            await CompareAsync(table, "cached JSON, Brotli", site, Json, "br", "0.8");
            await CompareAsync(table, "cached JSON, plain", site, Json, null, "0.8");
            await CompareNotModifiedAsync(table, "page: 304 to 200", site, Page);
            await CompareNotModifiedAsync(table, "JSON: 304 to 200", site, Json);
        }

        using var uncached = await Server.SiteAsync(folder, "SayNo__ResponseCache__Enabled=false");
        await CompareAsync(table, "uncached page, plain", uncached, Page, null, "0.15");
        await CompareAsync(table, "uncached JSON, plain", uncached, Json, null, "0.5");
    }

    private static async Task CompareAsync(Table table, string what, Server site, string path, string? coding, string target)
    {
        var file = Path.GetTempFileName();

        try
        {
            await File.WriteAllBytesAsync(file, await site.GetAsync(path, coding));
            using var bare = await Server.BareAsync(file, path == Page ? "text/html; charset=utf-8" : "application/json");
            var headers = coding is null ? "" : $"Accept-Encoding: {coding}\r\n";
            var ratios = await PairAsync((site, path, headers, 200), (bare, path, headers, 200));
            table.Add(what, $"{ratios.Rate:0.00} of bare", $"at least {target}", $"{new FileInfo(file).Length} bytes; by the server's CPU time {ratios.Cpu:0.00}; {ratios.PerSecond:0} against {ratios.OtherPerSecond:0} a second");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task CompareNotModifiedAsync(Table table, string what, Server site, string path)
    {
        var tag = await site.TagAsync(path);
        var ratios = await PairAsync((site, path, $"If-None-Match: {tag}\r\n", 304), (site, path, "", 200));
        table.Add(what, $"{ratios.Rate:0.00} of 200", "at least 1", $"{ratios.PerSecond:0} against {ratios.OtherPerSecond:0} a second");
    }

    /// <summary>The two in turn, so that a machine whose speed drifts treats both alike; the medians over the rounds.</summary>
    private static async Task<Ratios> PairAsync(Asked one, Asked other)
    {
        await MeasureAsync(one, WarmUp);
        await MeasureAsync(other, WarmUp);
        var rounds = new List<(Result One, Result Other)>();

        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((await MeasureAsync(one, Length), await MeasureAsync(other, Length)));
        }

        return new(
            Median(rounds.Select(round => round.One.PerSecond / round.Other.PerSecond)),
            Median(rounds.Select(round => round.Other.CpuPerAnswer / round.One.CpuPerAnswer)),
            Median(rounds.Select(round => round.One.PerSecond)),
            Median(rounds.Select(round => round.Other.PerSecond)));
    }

    private static async Task<Result> MeasureAsync(Asked asked, TimeSpan length)
    {
        var before = asked.Server.Cpu;
        var perSecond = await Load.MeasureAsync(asked.Server.Address + asked.Path, asked.Headers, asked.Status, length);

        return new(perSecond, (asked.Server.Cpu - before).TotalSeconds / (perSecond * length.TotalSeconds));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed record Asked(Server Server, string Path, string Headers, int Status)
    {
        public static implicit operator Asked((Server Server, string Path, string Headers, int Status) all) => new(all.Server, all.Path, all.Headers, all.Status);
    }

    private sealed record Result(double PerSecond, double CpuPerAnswer);

    private sealed record Ratios(double Rate, double Cpu, double PerSecond, double OtherPerSecond);
}
