using Microsoft.EntityFrameworkCore;
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

    /// <summary>The waiting act whose turn comes first. One that was tried in this round waits for the next, so that it cannot keep the others.</summary>
    private async Task<ScheduledAct?> NextAsync(HashSet<string> tried, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<CmsDb>().Schedule.AsNoTracking()
            .Where(act => act.State == ScheduledState.Waiting && !tried.Contains(act.Id))
            .OrderBy(act => act.NextTryAt)

            // Of one moment: what the languages share becomes public before them, and goes after them.
            .ThenBy(act => act.Kind == ScheduledKind.Unpublish && act.Locale == Variant.Neutral)
            .ThenBy(act => act.Locale).ThenBy(act => act.Id).FirstOrDefaultAsync(ct);
    }

    private async Task TryAsync(ScheduledAct due, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<ContentPublisher>().RunAsync(due, ct);

            if (result.IsDone)
            {
                TellDone(due);

                return;
            }

            await FailAsync(due, string.Join(" ", result.Problems.Select(problem => problem.Sentence)), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await PostponeAsync(due, exception, ct);
        }
    }

    private void TellDone(ScheduledAct due)
    {
        var late = Now - due.DueAt;
        meter.Done(late > TimeSpan.Zero ? late : TimeSpan.Zero);
        logger.LogInformation("Scheduled {Kind} of {ItemId}, locale '{Locale}', was done {Late} after its moment.", due.Kind, due.ItemId, due.Locale, late);
    }

    private async Task PostponeAsync(ScheduledAct due, Exception exception, CancellationToken ct)
    {
        var attempts = due.Attempts + 1;
        var fault = database.ExplainAny(exception);

        if (fault is null && attempts >= MostAttempts)
        {
            logger.LogError(exception, "Scheduled {Kind} of {ItemId}, locale '{Locale}', has failed for good.", due.Kind, due.ItemId, due.Locale);
            await FailAsync(due, "It failed again and again because of an error in the program. Tell whoever runs the site.", ct);

            return;
        }

        var again = UtcMoment.Stored(Now + Pause(attempts));
        meter.Retried();
        logger.LogError(exception, "Scheduled {Kind} of {ItemId}, locale '{Locale}', is tried again at {Again}.", due.Kind, due.ItemId, due.Locale, again);
        await TellAsync(due, acts => acts.ExecuteUpdateAsync(
            set => set.SetProperty(act => act.Attempts, attempts)
                .SetProperty(act => act.NextTryAt, again)
                .SetProperty(act => act.Problem, "It could not be done yet. It is tried again."), ct), ct);
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(attempts, 10) - 1));

        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task FailAsync(ScheduledAct due, string sentence, CancellationToken ct)
    {
        var at = UtcMoment.Stored(Now);
        var failed = await TellAsync(due, acts => acts.ExecuteUpdateAsync(
            set => set.SetProperty(act => act.State, ScheduledState.Failed)
                .SetProperty(act => act.Attempts, act => act.Attempts + 1)
                .SetProperty(act => act.EndedAt, at)
                .SetProperty(act => act.Problem, sentence), ct), ct);

        // Else another node was quicker, or somebody has called it off meanwhile.
        if (failed > 0)
        {
            meter.Failed();
            logger.LogError("Scheduled {Kind} of {ItemId}, locale '{Locale}', cannot be done: {Problem}", due.Kind, due.ItemId, due.Locale, sentence);
        }
    }

    private async Task<int> TellAsync(ScheduledAct due, Func<IQueryable<ScheduledAct>, Task<int>> write, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDb>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<WriteTurns>().BeginAsync(db, ct);
        var written = await write(db.Schedule.Where(act => act.Id == due.Id && act.State == ScheduledState.Waiting));
        await transaction.CommitAsync(ct);

        return written;
    }
}
