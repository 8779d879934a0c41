using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>
/// Does what is due, one act after the other. What fails stops nobody else; what the database could not take is tried again; and after the
/// program was down, it catches up.
/// </summary>
public sealed class ScheduleRunner(
    IServiceScopeFactory scopes, CmsDatabase database, ScheduleSignal signal, ScheduleMeter meter, TimeProvider time, ILogger<ScheduleRunner> logger)
    : BackgroundService
{
    /// <summary>After so many errors that nobody foresaw, an act is left to people.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Does all that is due now.</summary>
    /// <returns>How long nothing else is due, at most half a minute.</returns>
    public async Task<TimeSpan> RunDueAsync(CancellationToken ct)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);

        while (await NextAsync(tried, ct) is { } due)
        {
            if (due.NextTryAt > Now)
            {
                var wait = due.NextTryAt - Now;

                return wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait;
            }

            tried.Add(due.Id);
            await TryAsync(due, ct);
        }

        return LongestWait;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            var wait = await LookAsync(stoppingToken);

            // The clock may be set while we wait: half a minute is the longest that it can mislead us.
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(next, Task.Delay(wait, time, pause.Token));
            await pause.CancelAsync();
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<TimeSpan> LookAsync(CancellationToken ct)
    {
        try
        {
            return await RunDueAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return LongestWait;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The schedule cannot be read. It is tried again in {Wait}.", LongestWait);

            return LongestWait;
        }
    }

    private async Task<DueJob?> NextAsync(HashSet<string> tried, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var next = default(DueJob);

        foreach (var queue in scope.ServiceProvider.GetServices<DueJobs>())
        {
            next = await queue.NextAsync(tried, ct) is { } other && (next is null || other.NextTryAt < next.NextTryAt) ? other : next;
        }

        return next;
    }

    private static DueJobs QueueOf(DueJob job, AsyncServiceScope scope) =>
        scope.ServiceProvider.GetServices<DueJobs>().Single(queue => queue.Name == job.Queue);

    private async Task TryAsync(DueJob due, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();

            if (await QueueOf(due, scope).RunAsync(due, ct) is { Count: > 0 } problems)
            {
                await StopAsync(due, string.Join(" ", problems.Select(problem => problem.Sentence).Distinct()), ct);

                return;
            }

            TellDone(due);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await PostponeAsync(due, exception, ct);
        }
    }

    private void TellDone(DueJob due)
    {
        var late = Now - due.DueAt;
        meter.Done(late > TimeSpan.Zero ? late : TimeSpan.Zero);
        logger.LogInformation("Scheduled {Job} was done {Late} after its moment.", due.About, late);
    }

    private async Task PostponeAsync(DueJob due, Exception exception, CancellationToken ct)
    {
        var attempts = due.Attempts + 1;

        if (database.ExplainAny(exception) is null && attempts >= MostAttempts)
        {
            logger.LogError(exception, "Scheduled {Job} has failed for good.", due.About);
            await StopAsync(due, "It failed again and again because of an error in the program. Tell whoever runs the site.", ct);

            return;
        }

        var again = UtcMoment.Stored(Now + Pause(attempts));
        meter.Retried();
        logger.LogError(exception, "Scheduled {Job} is tried again at {Again}.", due.About, again);
        await TellAsync(due, async (queue, db) =>
        {
            await queue.PostponeAsync(db, due, attempts, again, "It could not be done yet. It is tried again.", ct);

            return true;
        }, ct);
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(attempts, 10) - 1));

        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task StopAsync(DueJob due, string sentence, CancellationToken ct)
    {
        // Else another node was quicker, or somebody has called it off meanwhile.
        if (await TellAsync(due, (queue, db) => queue.StopAsync(db, due, sentence, UtcMoment.Stored(Now), ct), ct))
        {
            meter.Failed();
            logger.LogError("Scheduled {Job} cannot be done: {Problem}", due.About, sentence);
        }
    }

    private async Task<bool> TellAsync(DueJob due, Func<DueJobs, CmsDb, Task<bool>> write, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDb>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<WriteTurns>().BeginAsync(db, ct);
        var written = await write(QueueOf(due, scope), db);
        await transaction.CommitAsync(ct);

        return written;
    }
}
