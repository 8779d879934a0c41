using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Accounts;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.ContentApi;

namespace SayNo.Web.Tests.Site;

/// <summary>Nothing that is written anywhere knows who visited: no log, no file, no table, no measurement (R11).</summary>
[Collection(OnTheSite.Name)]
public sealed class NoTraceTests(CrawledSite site)
{
    private const int Visits = 1_000;

    [Fact]
    public async Task R11_neither_log_nor_files_know_who_visited()
    {
        using var visitor = new KnownVisitor(site.Running.Address);

        await visitor.VisitAsync(Visits, CancellationToken.None);

        Assert.Empty(Betrayals(site.Running));
    }

    [Fact]
    public async Task R11_neither_a_talkative_log_nor_files_nor_any_table_of_PostgreSQL_know_who_visited()
    {
        await using var engine = await CampaignDatabase.CopyAsync(DatabaseKind.PostgreSql);
        await using var database = (NpgsqlConnection)engine.Database.Connect();
        await using var running = await RunningSite.StartAsync(
            CancellationToken.None, "--database", database.ConnectionString, "--set", "Logging:LogLevel:Default=Debug");
        using var visitor = new KnownVisitor(running.Address);

        await visitor.VisitAsync(Visits, CancellationToken.None);

        Assert.Empty(Betrayals(running));
        await database.OpenAsync();
        var tables = await TablesAsync(database);
        Assert.True(tables.Count > 20, string.Join(' ', tables));
        Assert.Empty(await BetrayalsAsync(database, tables));
    }

    [Fact]
    public async Task R11_no_error_and_no_measurement_knows_who_visited()
    {
        var log = new KeptLog();
        await using var failing = new SiteUnderTest(builder =>
        {
            // As somebody might who looks for a fault.
            builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace";
            builder.Configuration["Logging:LogLevel:SayNo"] = "Trace";
            builder.Logging.ClearProviders().AddProvider(log);
        }, new FailingModule());
        var measured = new ConcurrentDictionary<string, byte>();
        using var listener = Listen(measured);
        await failing.InitializeAsync();
        using var visitor = new KnownVisitor(failing.Http.BaseAddress!);

        await visitor.VisitAsync(Visits / 10, CancellationToken.None);

        Assert.Contains("FailingModule", log.Text, StringComparison.Ordinal);
        Assert.Contains(measured.Keys, text => text.StartsWith("http.server.request.duration", StringComparison.Ordinal));
        Assert.Empty(log.Text.Split('\n').Where(IsBetrayal).Select(line => line.Split(':')[0]).Distinct());
        Assert.DoesNotContain(measured.Keys, IsBetrayal);
    }

    private static bool IsBetrayal(string text) => KnownVisitor.Marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Betrayals(RunningSite running) =>
        running.Written.SelectMany(file => KnownVisitor.Marks.Where(mark => file.Text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            .Select(mark => $"{file.Name} holds {mark}"));

    private static async Task<List<string>> TablesAsync(NpgsqlConnection database)
    {
        await using var command = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'", database);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();

        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    // A row as one text holds every column; bytes are shown in hexadecimal digits.
    private static async Task<List<string>> BetrayalsAsync(NpgsqlConnection database, IEnumerable<string> tables)
    {
        var marks = KnownVisitor.Marks.Concat(KnownVisitor.Marks.Select(mark => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(mark)))).ToArray();
        var found = new List<string>();

        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand(
                $"SELECT count(*) FROM {table} AS row, unnest(@marks) AS mark WHERE strpos(lower(row::text), lower(mark)) > 0", database);
            command.Parameters.AddWithValue("marks", marks);
            found.AddRange(await command.ExecuteScalarAsync() is 0L ? [] : [table]);
        }

        return found;
    }

    private static MeterListener Listen(ConcurrentDictionary<string, byte> measured)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, one) => one.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();

        return listener;

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (name, value) in tags)
            {
                measured.TryAdd(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {name}={value}"), 0);
            }
        }
    }
}
