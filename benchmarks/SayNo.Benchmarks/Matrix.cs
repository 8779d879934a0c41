using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Benchmarks;

/// <summary>How long a campaign lead waits for the matrix of translations and for the numbers of all countries.</summary>
internal static class Matrix
{
    private const int Countries = 45;
    private const int Items = 200;
    private const int WarmUp = 10;
    private const int Rounds = 60;

    private static readonly DateTime Begin = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Languages = ["en", "de", "fr"];

    public static async Task RunAsync(Table table, string folder)
    {
        await using var site = await EditingSite.StartAsync(Path.Combine(folder, "matrix"), services => FillAsync(services, Items));
        var start = Stopwatch.GetTimestamp();
        await site.Http.GetStringAsync("/admin/translation");
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var texts = await site.WithAsync<CmsDb, int>(db => db.Variants.CountAsync());

        foreach (var (what, path) in new[] { ("matrix of translations", "/admin/translation"), ("first screen, all countries", "/admin"), ("first screen, one country", "/admin?scope=QA") })
        {
            var (times, cpu, sql) = await AskAsync(site, path);
            table.Add(what, $"{Percentile(times, .95):0} ms (p95)", "at most 100 ms",
                $"median {Percentile(times, .5):0} ms, median of the CPU time {Percentile(cpu, .5):0} ms, {sql} SQL commands; {texts} variants; the first matrix after the start took {first:0} ms");
        }
    }

    // On a machine that does other things too, the CPU time says more than the clock.
    private static async Task<(List<double> Times, List<double> Cpu, int Sql)> AskAsync(EditingSite site, string path)
    {
        var (times, cpu) = (new List<double>(), new List<double>());
        var sql = 0;

        for (var i = -WarmUp; i < Rounds; i++)
        {
            var (before, used, start) = (site.SqlCommands, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            await site.Http.GetStringAsync(path);
            sql = site.SqlCommands - before;

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cpu.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            }
        }

        return (times, cpu, sql);
    }

    /// <summary>Countries that nobody has, so that the campaign's own stay what they are: pages in three languages, and alerts in each of them.</summary>
    public static Task FillAsync(IServiceProvider services, int items) => EditingSite.WithAsync<ContentBatch, BatchResult>(services, async batch =>
    {
        for (var country = 0; country < Countries; country++)
        {
            var scope = $"{(country % 2 == 0 ? 'Q' : 'Z')}{(char)('A' + (country / 2))}";
            PutPage(batch, scope);

            for (var i = 1; i < items; i++)
            {
                PutAlert(batch, scope, (country * items) + i);
            }
        }

        var result = await batch.CommitAsync(Editor.System, null, default);

        return result.Problems.Count == 0 ? result : throw new InvalidOperationException(result.Problems[0].Sentence);
    });

    private static void PutPage(ContentBatch batch, string country)
    {
        var id = ContentId.New();
        batch.Put(new BatchItem { Id = id, Type = "CountryPage", Scope = country, Slug = country.ToLowerInvariant() });
        batch.Put(Version(id, "", """{"EnglishName":"Measured","Languages":["en","de","fr"],"EmergencyNumber":"+4930123456"}""", isPublished: true, Begin));

        foreach (var locale in Languages)
        {
            batch.Put(Version(id, locale, $$"""{"Name":"Country {{country}}","Intro":"You are not to blame."}""", isPublished: true, Begin));
        }
    }

    private static void PutAlert(ContentBatch batch, string country, int i)
    {
        var id = ContentId.New();
        batch.Put(new BatchItem { Id = id, Type = "Alert", Scope = country, Slug = $"measured-{i}", Order = i });

        foreach (var (locale, n) in Languages.Select((locale, n) => (locale, n)))
        {
            // The source of every tenth item is newer than its translations.
            batch.Put(Version(id, locale, Alert(locale, i), isPublished: true, Begin.AddHours(locale == "en" && i % 10 == 0 ? 48 : n)));

            if (n == 1 && i % 20 == 0)
            {
                batch.Put(Version(id, locale, Alert(locale, i + 1), isPublished: false, Begin.AddHours(3)));
            }
        }
    }

    private static string Alert(string locale, int i) =>
        $$"""{"Title":"Alert {{i}} in {{locale}}","Body":"Somebody pretends to be from the police.\n\nDo not pay. Talk to somebody whom you trust, case {{i}}."}""";

    private static BatchVersion Version(string id, string locale, string values, bool isPublished, DateTime at) => new()
    {
        ItemId = id,
        Locale = locale,
        Values = ContentValues.Parse(values),
        IsPublished = isPublished,
        CreatedAt = at,
        PublishedAt = isPublished ? at : null,
    };

    private static double Percentile(List<double> values, double part) => values.Order().ElementAt((int)Math.Ceiling(part * values.Count) - 1);
}
