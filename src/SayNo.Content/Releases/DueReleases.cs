using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>Releases that were planned for a moment.</summary>
internal sealed class DueReleases(CmsDb db, ReleasePublisher publisher, AuditLog audit) : DueJobs
{
    public override string Name => "Release";

    public override async Task<DueJob?> NextAsync(IReadOnlySet<string> tried, CancellationToken ct)
    {
        var next = await db.Releases.AsNoTracking()
            .Where(release => release.State == ReleaseState.Planned && release.NextTryAt != null && !tried.Contains(release.Id))
            .OrderBy(release => release.NextTryAt).ThenBy(release => release.Id).FirstOrDefaultAsync(ct);

        return next is { NextTryAt: { } again } ? new(Name, next.Id, $"Release {next.Id}", next.DueAt ?? again, again, next.Attempts) : null;
    }

    public override async Task<IReadOnlyList<Problem>> RunAsync(DueJob job, CancellationToken ct)
    {
        var due = await db.Releases.AsNoTracking().SingleAsync(release => release.Id == job.Id, ct);

        return (await publisher.RunAsync(job.Id, due.PlannedById ?? "", due.PlannedBy ?? "", ct)).Problems;
    }

    public override async Task<bool> StopAsync(CmsDb db, DueJob job, string sentence, DateTime at, CancellationToken ct)
    {
        if (await Planned(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(release => release.State, ReleaseState.Stopped)
                .SetProperty(release => release.Attempts, release => release.Attempts + 1)
                .SetProperty(release => release.EndedAt, at)
                .SetProperty(release => release.Revision, release => release.Revision + 1)
                .SetProperty(release => release.Problem, sentence), ct) == 0)
        {
            return false;
        }

        var stopped = await db.Releases.AsNoTracking().SingleAsync(release => release.Id == job.Id, ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.StopRelease, stopped, after: new { problem = sentence }), Editor.System, ct);

        return true;
    }

    public override Task PostponeAsync(CmsDb db, DueJob job, int attempts, DateTime again, string sentence, CancellationToken ct) =>
        Planned(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(release => release.Attempts, attempts)
                .SetProperty(release => release.NextTryAt, again)
                .SetProperty(release => release.Problem, sentence), ct);

    private static IQueryable<Release> Planned(CmsDb db, DueJob job) =>
        db.Releases.Where(release => release.Id == job.Id && release.State == ReleaseState.Planned);
}
