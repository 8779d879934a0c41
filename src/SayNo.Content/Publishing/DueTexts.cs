using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Single texts that are published, or taken from the public, by themselves.</summary>
internal sealed class DueTexts(CmsDb db, ContentPublisher publisher) : DueJobs
{
    public override string Name => "Text";

    public override async Task<DueJob?> NextAsync(IReadOnlySet<string> tried, CancellationToken ct)
    {
        var next = await db.Schedule.AsNoTracking()
            .Where(act => act.State == ScheduledState.Waiting && !tried.Contains(act.Id))
            .OrderBy(act => act.NextTryAt)

            // Of one moment: what the languages share becomes public before them, and goes after them.
            .ThenBy(act => act.Kind == ScheduledKind.Unpublish && act.Locale == Variant.Neutral)
            .ThenBy(act => act.Locale).ThenBy(act => act.Id).FirstOrDefaultAsync(ct);

        return next is null ? null : new(Name, next.Id, $"{next.Kind} of {next.ItemId}, locale '{next.Locale}'", next.DueAt, next.NextTryAt, next.Attempts);
    }

    public override async Task<IReadOnlyList<Problem>> RunAsync(DueJob job, CancellationToken ct)
    {
        var due = await db.Schedule.AsNoTracking().SingleOrDefaultAsync(act => act.Id == job.Id, ct);

        return due is null ? [] : (await publisher.RunAsync(due, ct)).Problems;
    }

    public override async Task<bool> StopAsync(CmsDb db, DueJob job, string sentence, DateTime at, CancellationToken ct) =>
        await Waiting(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(act => act.State, ScheduledState.Failed)
                .SetProperty(act => act.Attempts, act => act.Attempts + 1)
                .SetProperty(act => act.EndedAt, at)
                .SetProperty(act => act.Problem, sentence), ct) > 0;

    public override Task PostponeAsync(CmsDb db, DueJob job, int attempts, DateTime again, string sentence, CancellationToken ct) =>
        Waiting(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(act => act.Attempts, attempts)
                .SetProperty(act => act.NextTryAt, again)
                .SetProperty(act => act.Problem, sentence), ct);

    private static IQueryable<ScheduledAct> Waiting(CmsDb db, DueJob job) =>
        db.Schedule.Where(act => act.Id == job.Id && act.State == ScheduledState.Waiting);
}
