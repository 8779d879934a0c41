using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ScheduleRunnerOnSqliteTests() : ScheduleRunnerTests(DatabaseKind.Sqlite);

public sealed class ScheduleRunnerOnPostgreSqlTests() : ScheduleRunnerTests(DatabaseKind.PostgreSql);

/// <summary>Rule 8, as far as the machine goes: faults, downtime, clocks and several nodes.</summary>
public abstract class ScheduleRunnerTests(DatabaseKind kind) : ScheduleTests(kind)
{
    [Fact]
    public async Task After_downtime_everything_is_caught_up_and_the_lateness_is_measured()
    {
        var drafts = new List<(string Id, string VersionId)>();

        foreach (var number in Enumerable.Range(1, 5))
        {
            drafts.Add(await DraftAsync($"step-{number}", "Zahl nicht."));
            await PublishAtAsync(drafts[^1].Id, drafts[^1].VersionId, In(number));
        }

        Clock.Move(TimeSpan.FromHours(6));
        var lateness = await MeasureAsync(Node, () => RunAsync());

        Assert.Equal([3600d, 7200d, 10800d, 14400d, 18000d], lateness.Order());

        foreach (var (id, _) in drafts)
        {
            Assert.Equal(VariantState.Published, (await VariantAsync(id, "de")).State);
        }
    }

    [Fact]
    public async Task A_clock_that_is_set_back_publishes_nothing_twice_and_nothing_early()
    {
        var (first, version) = await DraftAsync("one", "Zahl nicht.");
        var (second, other) = await DraftAsync("two", "Frag nach Hilfe.");
        await PublishAtAsync(first, version, In(1));
        await PublishAtAsync(second, other, In(3));
        Clock.Move(TimeSpan.FromHours(2));
        await RunAsync();

        Clock.Move(TimeSpan.FromHours(-5));
        var wait = await RunAsync();
        Assert.True(wait <= TimeSpan.FromSeconds(30));
        Assert.Null((await VariantAsync(second, "de")).Published);
        Clock.Move(TimeSpan.FromHours(7));
        await RunAsync();

        Assert.Equal(VariantState.Published, (await VariantAsync(second, "de")).State);
        Assert.Equal(2, (await AuditAsync()).Count(entry => entry.Act == Acts.Publish));
    }

    [Fact]
    public async Task What_the_database_could_not_take_is_tried_again_later_and_nothing_is_half_done()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        var (sound, other) = await DraftAsync("two", "Frag nach Hilfe.");
        await PublishAtAsync(id, version, In(1));
        await PublishAtAsync(sound, other, In(1));
        Clock.Move(TimeSpan.FromHours(2));
        var fault = new Fault(id);
        var node = Site.AddNode(services => services.AddSingleton<TimeProvider>(Clock).ConfigureDbContext<CmsDb>(options => options.AddInterceptors(fault)));

        await RunAsync(node);

        var act = await ActAsync(id);
        Assert.Equal((ScheduledState.Waiting, 1), (act.State, act.Attempts));
        Assert.True(act.NextTryAt > Clock.Now);
        Assert.Null((await VariantAsync(id, "de")).Published);
        Assert.Equal(VariantState.Published, (await VariantAsync(sound, "de")).State);

        fault.IsOver = true;
        Clock.Move(TimeSpan.FromMinutes(10));
        await RunAsync(node);
        Assert.Equal(ScheduledState.Done, (await ActAsync(id)).State);
        Assert.Equal(VariantState.Published, (await VariantAsync(id, "de")).State);
    }

    [Fact]
    public async Task Of_two_nodes_one_does_it()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        await PublishAtAsync(id, version, In(1));
        Clock.Move(TimeSpan.FromHours(2));
        var nodes = Enumerable.Range(0, 3).Select(_ => Site.AddNode(services => services.AddSingleton<TimeProvider>(Clock))).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => RunAsync(node))));

        Assert.Equal(ScheduledState.Done, (await ActAsync(id)).State);
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.Publish);
    }

    [Fact]
    public async Task The_running_program_does_what_is_due_soon_without_being_told()
    {
        var node = Site.AddNode();
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        var runner = node.GetRequiredService<ScheduleRunner>();
        await runner.StartAsync(None);

        await Site.WithAsync<ContentSchedule, ScheduleResult>(schedule =>
            schedule.PublishAtAsync(id, "de", version, DateTime.UtcNow.AddMilliseconds(300), Bert, None), node);
        var patience = System.Diagnostics.Stopwatch.StartNew();

        while ((await ActAsync(id)).State == ScheduledState.Waiting && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(20);
        }

        await runner.StopAsync(None);
        Assert.Equal(ScheduledState.Done, (await ActAsync(id)).State);
    }

    private static async Task<List<double>> MeasureAsync(IServiceProvider node, Func<Task> act)
    {
        var measured = new List<double>();
        var meter = node.GetRequiredService<ScheduleMeter>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "sayno.schedule.lateness" && instrument.Meter.Scope == meter)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => measured.Add(value));
        listener.Start();
        await act();

        return measured;
    }

    /// <summary>A database that fails in the middle of publishing one item.</summary>
    private sealed class Fault(string itemId) : DbCommandInterceptor
    {
        public bool IsOver { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOver || !IsMine(command) ? ValueTask.FromResult(result) : throw new BrokenDatabaseException();

        private bool IsMine(DbCommand command) =>
            command.CommandText.Contains("INSERT INTO \"Changes\"", StringComparison.Ordinal)
            && command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value as string == itemId);
    }

    private sealed class BrokenDatabaseException : DbException
    {
        public BrokenDatabaseException()
            : base("The disk is gone.")
        {
        }
    }
}
