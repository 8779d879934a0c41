using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Ends what waits in the schedule when it has come about, or can no longer. To be called while the item is locked.</summary>
internal static class ScheduleRows
{
    /// <summary>Whether a scheduled act still waits; nobody can call it off while the item is locked.</summary>
    public static Task<bool> WaitsAsync(CmsDb db, string id, CancellationToken ct) =>
        db.Schedule.AnyAsync(act => act.Id == id && act.State == ScheduledState.Waiting, ct);

    /// <summary>The version is public now, by whatever way.</summary>
    public static Task PublishedAsync(CmsDb db, Variant variant, string versionId, DateTime at, CancellationToken ct) =>
        EndAsync(Waiting(db, variant).Where(act => act.Kind == ScheduledKind.Publish && act.VersionId == versionId), ScheduledState.Done, at, ct);

    /// <summary>The versions are public now; the items of all of them are locked.</summary>
    public static async Task PublishedAsync(CmsDb db, IEnumerable<string> versionIds, DateTime at, CancellationToken ct)
    {
        foreach (var some in versionIds.Chunk(500))
        {
            await EndAsync(
                db.Schedule.Where(act => act.State == ScheduledState.Waiting && act.Kind == ScheduledKind.Publish && act.VersionId != null && some.Contains(act.VersionId)),
                ScheduledState.Done, at, ct);
        }
    }

    /// <summary>The variant is no longer public, by whatever way.</summary>
    public static Task UnpublishedAsync(CmsDb db, Variant variant, DateTime at, CancellationToken ct) =>
        EndAsync(Waiting(db, variant).Where(act => act.Kind == ScheduledKind.Unpublish), ScheduledState.Done, at, ct);

    /// <summary>Another one takes the place of those that wait; what failed need not be looked at any more.</summary>
    public static Task ReplaceAsync(CmsDb db, ScheduledAct by, CancellationToken ct)
    {
        var others = db.Schedule.Where(act => act.ItemId == by.ItemId && act.Locale == by.Locale && act.Kind == by.Kind
            && (act.State == ScheduledState.Waiting || act.State == ScheduledState.Failed));

        return EndAsync(others, ScheduledState.Cancelled, by.CreatedAt, ct);
    }

    /// <summary>Nothing is to happen by itself any more.</summary>
    public static Task CancelAllAsync(CmsDb db, Variant variant, DateTime at, CancellationToken ct) =>
        EndAsync(Waiting(db, variant), ScheduledState.Cancelled, at, ct);

    /// <summary>The draft has a new version that says the same, as far as people agreed on it.</summary>
    public static Task FollowAsync(CmsDb db, Variant variant, string from, string to, CancellationToken ct) =>
        Waiting(db, variant).Where(act => act.VersionId == from).ExecuteUpdateAsync(set => set.SetProperty(act => act.VersionId, to), ct);

    private static IQueryable<ScheduledAct> Waiting(CmsDb db, Variant variant) => db.Schedule
        .Where(act => act.ItemId == variant.ItemId && act.Locale == variant.Locale && act.State == ScheduledState.Waiting);

    private static Task<int> EndAsync(IQueryable<ScheduledAct> acts, ScheduledState state, DateTime at, CancellationToken ct) =>
        acts.ExecuteUpdateAsync(set => set.SetProperty(act => act.State, state).SetProperty(act => act.EndedAt, at), ct);
}
