using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

/// <summary>A site with a clock of its own, for tests of what happens by itself.</summary>
public abstract class ScheduleTests(DatabaseKind kind) : DeskTests(kind)
{
    private IServiceProvider? _node;

    private protected ClockUnderTest Clock { get; } = new();

    /// <summary>The node that lives by that clock.</summary>
    protected IServiceProvider Node => _node ??= Site.AddNode(services => services.AddSingleton<TimeProvider>(Clock));

    protected DateTime In(double hours) => Clock.Now.AddHours(hours);

    protected Task<TimeSpan> RunAsync(IServiceProvider? node = null) => (node ?? Node).GetRequiredService<ScheduleRunner>().RunDueAsync(None);

    protected Task<ScheduleResult> WithAsync(Func<ContentSchedule, Task<ScheduleResult>> act) => Site.WithAsync(act, Node);

    protected Task<ScheduleResult> PublishAtAsync(string id, string versionId, DateTime at) =>
        WithAsync(schedule => schedule.PublishAtAsync(id, "de", versionId, at, Bert, None));

    protected Task<ScheduleResult> UnpublishAtAsync(string id, DateTime at) => WithAsync(schedule => schedule.UnpublishAtAsync(id, "de", at, Bert, None));

    protected Task<ScheduleResult> CancelAsync(string id, Editor by) => WithAsync(schedule => schedule.CancelAsync(id, by, None));

    /// <summary>A Step of Germany with a German draft.</summary>
    protected async Task<(string Id, string VersionId)> DraftAsync(string slug, string title)
    {
        var id = await CreateAsync("Step", slug: slug);
        var version = await SaveAsync(id, "de", Ada, ("Title", title));

        return (id, version.Id);
    }

    protected async Task<IReadOnlyList<ScheduledAct>> ActsAsync(string id) =>
        await Site.WithAsync<ContentSchedule, IReadOnlyList<ScheduledAct>>(schedule => schedule.OfAsync(id, "de", Bert, None), Node);

    protected Task<ScheduledAct> ActAsync(string id) => ReadAsync(db => db.Schedule.AsNoTracking().SingleAsync(act => act.ItemId == id));
}
