using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Pages;

namespace SayNo.Benchmarks;

/// <summary>What saving and publishing cost with one country and with all, and how long visitors wait for what was published.</summary>
internal static class Editing
{
    private const string Country = "DE";
    private const string Locale = "de";
    private const int WarmUp = 30;
    private const int Rounds = 200;
    private const int Clicks = 200;
    private const int FactsPerCountry = 20;

    private static readonly string[] Languages = ["en", "de", "fr"];

    public static async Task RunAsync(Table table, string folder)
    {
        await using var small = await EditingSite.StartAsync(Path.Combine(folder, "one-country"), KeepOneCountryAsync);
        await using var large = await EditingSite.StartAsync(Path.Combine(folder, "all-countries"), AddFactsAsync);
        await CompareAsync(table, small, large);
        await ClickAsync(table, large);
    }

    private static async Task CompareAsync(Table table, EditingSite small, EditingSite large)
    {
        var (one, all) = (new Costs(), new Costs());

        for (var i = -WarmUp; i < Rounds; i++)
        {
            await MeasureAsync(small, i, one);
            await MeasureAsync(large, i, all);
        }

        var documents = await large.WithAsync<CmsDb, int>(db => db.Variants.CountAsync());
        Add(table, "saving, all countries to one", all.Save, one.Save, documents);
        Add(table, "publishing, all countries to one", all.Publish, one.Publish, documents);
    }

    /// <summary>One country's page, saved and published; a round below zero warms up.</summary>
    private static async Task MeasureAsync(EditingSite site, int round, Costs costs)
    {
        var id = await ItemAsync(site, "CountryPage", Country);
        var save = await CostAsync(site, () => site.SaveAsync(id, Locale, "Intro", $"Du bist nicht schuld. Fassung {round}."));
        var sequence = 0L;
        var publish = await CostAsync(site, async () => sequence = (await site.WithAsync<ContentPublisher, PublishResult>(publisher =>
            publisher.PublishAsync(id, Locale, Editor.System, default))).Sequence);
        await site.Services.GetRequiredService<PublishedContent>().WaitForAsync(sequence, default);

        if (round >= 0)
        {
            costs.Save.Add(save);
            costs.Publish.Add(publish);
        }
    }

    private static async Task<Cost> CostAsync(EditingSite site, Func<Task> act)
    {
        var (sql, cpu, start) = (site.SqlCommands, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await act();

        return new(
            Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, site.SqlCommands - sql);
    }

    private static void Add(Table table, string what, List<Cost> all, List<Cost> one, int documents)
    {
        static double P95(List<Cost> costs) => Percentile(costs.ConvertAll(cost => cost.Milliseconds), .95);
        static double Cpu(List<Cost> costs) => Percentile(costs.ConvertAll(cost => cost.Cpu), .5);
        static double Sql(List<Cost> costs) => Percentile(costs.ConvertAll(cost => (double)cost.Sql), .5);

        table.Add(what, $"{P95(all) / P95(one):0.00} times (p95)", "at most 1.2",
            $"""
            {P95(all):0.0} ms against {P95(one):0.0} ms; medians of the CPU time {Cpu(all):0.0} and {Cpu(one):0.0} ms; {Sql(all):0} SQL commands against {Sql(one):0}; {documents} variants
            """);
    }

    /// <summary>From the click on the button to the new words on every page that shows them.</summary>
    private static async Task ClickAsync(Table table, EditingSite site)
    {
        var id = await ItemAsync(site, "Step", Scopes.Campaign);
        var picture = site.Services.GetRequiredService<PublishedContent>().Current;
        var shown = picture.Find(id) ?? throw new InvalidOperationException("The step is not public.");
        var paths = site.Services.GetServices<ItemPages>().SelectMany(pages => pages.Of(picture, shown, Locale)).Select(page => page.Path).Distinct().ToList();
        var token = await site.FormTokenAsync();
        var times = new List<double>();

        for (var i = -WarmUp; i < Clicks; i++)
        {
            var words = $"Fassung {i} fürs Messen";
            var version = await site.SaveAsync(id, Locale, "Title", words);
            var start = Stopwatch.GetTimestamp();
            var click = PublishAsync(site, token, $"{id}|{Locale}|{version}");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await Task.WhenAll(paths.Select(path => SeesAsync(site, path, words, patience.Token)).Append(click));

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        table.Add("click on publish to the new words everywhere", $"{Percentile(times, .99):0} ms (p99)", "at most 100 ms",
            $"median {Percentile(times, .5):0} ms; {paths.Count} addresses, {Clicks} clicks");
    }

    private static async Task PublishAsync(EditingSite site, KeyValuePair<string, string> token, string text)
    {
        using var form = new FormUrlEncodedContent([token, new("act", "publish"), new("text", text), new("return", "/admin/content")]);
        using var answer = await site.Http.PostAsync("/admin/content/bulk?handler=Do", form);

        if (!answer.IsSuccessStatusCode || (await answer.Content.ReadAsStringAsync()).Contains("sn-problem", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The text was not published: {(int)answer.StatusCode}.");
        }
    }

    private static async Task SeesAsync(EditingSite site, string path, string words, CancellationToken ct)
    {
        while (!(await site.Http.GetStringAsync(path, ct)).Contains(words, StringComparison.Ordinal))
        {
            await Task.Delay(1, ct);
        }
    }

    private static Task<string> ItemAsync(EditingSite site, string type, string scope) => site.WithAsync<CmsDb, string>(db =>
        db.Items.Where(item => item.Type == type && item.Scope == scope).OrderBy(item => item.Order).Select(item => item.Id).FirstAsync());

    private static Task KeepOneCountryAsync(IServiceProvider services) => EditingSite.WithAsync<CmsDb, int>(services, db =>
        db.Items.Where(item => item.Scope != Scopes.Campaign && item.Scope != Country).ExecuteDeleteAsync());

    /// <summary>Three languages more of twenty things, for every country.</summary>
    private static Task AddFactsAsync(IServiceProvider services) => EditingSite.WithAsync<ContentBatch, BatchResult>(services, async batch =>
    {
        var countries = await EditingSite.WithAsync<CmsDb, List<string>>(services, db =>
            db.Items.Where(item => item.Type == "CountryPage").Select(item => item.Scope).ToListAsync());

        foreach (var (country, i) in countries.SelectMany(country => Enumerable.Range(0, FactsPerCountry).Select(i => (country, i))))
        {
            var id = ContentId.New();
            batch.Put(new BatchItem { Id = id, Type = "Fact", Scope = country, Slug = $"measured-{i}", Order = i });
            batch.Put(new BatchVersion { ItemId = id, Locale = "", Values = ContentValues.Parse("""{"Number":7}"""), IsPublished = false });

            foreach (var locale in Languages)
            {
                batch.Put(new BatchVersion { ItemId = id, Locale = locale, Values = ContentValues.Parse($$"""{"Label":"Reports of the kind {{i}} in one year"}"""), IsPublished = false });
            }
        }

        var result = await batch.CommitAsync(Editor.System, null, default);

        return result.Problems.Count == 0 ? result : throw new InvalidOperationException(result.Problems[0].Sentence);
    });

    private static double Percentile(List<double> values, double part) => values.Order().ElementAt((int)Math.Ceiling(part * values.Count) - 1);

    private sealed class Costs
    {
        public List<Cost> Save { get; } = [];

        public List<Cost> Publish { get; } = [];
    }

    // On a machine that does other things too, the CPU time says more than the clock.
    private sealed record Cost(double Milliseconds, double Cpu, int Sql);
}
