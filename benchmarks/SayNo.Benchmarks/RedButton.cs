using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using SayNo.Campaign.RedButton;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Benchmarks;

/// <summary>How long it takes from the second person's click until every country page on each of two nodes shows an alert, and shows it no more.</summary>
internal static class RedButton
{
    private const int Rounds = 5;

    // As many visitors ask all the while, so that the pages are made for them and not for the measurement.
    private const int Askers = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Table table, string folder)
    {
        var files = Path.Combine(folder, "alert");
        await using var first = await EditingSite.StartAsync(files, services => Matrix.FillAsync(services, items: 1));
        await using var second = await EditingSite.JoinAsync(files);
        var pages = await PagesAsync(first);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        List<Uri> addresses = [.. new[] { first, second }.SelectMany(site => pages.Select(page => new Uri(site.Http.BaseAddress ?? new("/"), page)))];
        var (shown, gone) = (new List<double>(), new List<double>());

        for (var round = 0; round <= Rounds; round++)
        {
            var id = await AskAsync(first);
            await MeasureAsync(client, addresses, isShown: false, () => Task.CompletedTask);
            var appear = await MeasureAsync(client, addresses, isShown: true, () => ActAsync(first, desk => desk.ConfirmAsync(id, Person("second"), default)));
            var vanish = await MeasureAsync(client, addresses, isShown: false, () => ActAsync(first, desk => desk.EndAsync(id, Person("first"), default)));

            if (round > 0)
            {
                shown.AddRange(appear);
                gone.AddRange(vanish);
            }
        }

        Add(table, "alert confirmed, until a page shows it", shown, pages.Count);
        Add(table, "alert taken down, until a page is without it", gone, pages.Count);
    }

    private static void Add(Table table, string what, List<double> times, int pages) =>
        table.Add(what, $"{Percentile(times, .99):0.00} s (p99)", "at most 5 s",
            $"median {Percentile(times, .5):0.00} s, slowest {times.Max():0.00} s; {pages} country pages on each of two nodes over one SQLite file, {Rounds} rounds");

    private static Editor Person(string id) => new(id, id, [new Grant(Role.CampaignLead, Grant.Everywhere, Grant.Everywhere)]);

    private static Task<List<string>> PagesAsync(EditingSite site) => Task.FromResult<List<string>>(
    [
        .. site.Services.GetRequiredService<PublishedContent>().Public.OfType("CountryPage")
            .SelectMany(item => item.Locales.Keys.Select(locale => $"/{item.Scope.ToLowerInvariant()}/{locale}")),
    ]);

    private static async Task<string> AskAsync(EditingSite site)
    {
        var template = site.Services.GetRequiredService<RedAlertTemplates>().All[0].Id;
        var wanted = new NewRedAlert { TemplateId = template, Countries = [], Lasts = TimeSpan.FromHours(2) };
        var asked = await site.WithAsync<RedButtonDesk, RedAlertResult>(desk => desk.AskAsync(wanted, Person("first"), default));

        return asked.Alert?.Id ?? throw new InvalidOperationException("The alert was refused.");
    }

    private static async Task ActAsync(EditingSite site, Func<RedButtonDesk, Task<RedAlertResult>> act)
    {
        if (!(await site.WithAsync(act)).IsDone)
        {
            throw new InvalidOperationException("The red button refused.");
        }
    }

    private static async Task<List<double>> MeasureAsync(HttpClient client, List<Uri> addresses, bool isShown, Func<Task> act)
    {
        var open = new ConcurrentQueue<Uri>(addresses);
        var times = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        var asking = Enumerable.Range(0, Askers).Select(_ => Task.Run(async () =>
        {
            while (open.TryDequeue(out var address))
            {
                if ((await client.GetStringAsync(address)).Contains("class=\"sn-alarm\"", StringComparison.Ordinal) == isShown)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                    continue;
                }

                open.Enqueue(address);

                if (Stopwatch.GetElapsedTime(start) > Patience)
                {
                    throw new TimeoutException($"{address} has not changed in {Patience}.");
                }
            }
        })).ToList();
        await act();
        await Task.WhenAll(asking);

        return [.. times];
    }

    private static double Percentile(List<double> values, double part) => values.Order().ElementAt((int)Math.Ceiling(part * values.Count) - 1);
}
