using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>What all acts with a release have in common: its lock, the rights to it, and what the audit log keeps.</summary>
internal static class ReleaseRows
{
    /// <summary>Keeps everybody else from changing a release until the end of the transaction, and loads it; none if there is none.</summary>
    public static async Task<Release?> LoadAsync(CmsDb db, string id, CancellationToken ct)
    {
        // Writing the row locks it, on either database. Items are locked after it, and the audit log's head comes last.
        await db.Releases.Where(release => release.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, one => one.Name), ct);

        return await db.Releases.Include(release => release.Entries).SingleOrDefaultAsync(release => release.Id == id, ct);
    }

    public static Task<Release?> ReadAsync(CmsDb db, string id, CancellationToken ct) =>
        db.Releases.AsNoTracking().Include(release => release.Entries).SingleOrDefaultAsync(release => release.Id == id, ct);

    /// <summary>Keeps everybody else from changing the items of a release.</summary>
    public static async Task LockItemsAsync(CmsDb db, Release release, CancellationToken ct)
    {
        foreach (var some in release.Entries.Select(entry => entry.ItemId).Distinct().Order(StringComparer.Ordinal).Chunk(300))
        {
            await db.Items.Where(item => some.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug), ct);
        }
    }

    /// <summary>Whoever writes a text or answers for it may put it into a release; publishing the release is another question.</summary>
    public static void DemandWork(this Rights rights, Editor by, string scope, string locale) =>
        rights.Demand(by, Rights.May(by, Right.Publish, scope, locale) ? Right.Publish : Right.Edit, scope, locale);

    /// <summary>Whoever sees a release sees all texts in it, so they must be allowed to.</summary>
    public static void DemandReading(this Rights rights, Editor by, Release release)
    {
        foreach (var scope in release.Entries.Select(entry => entry.Scope).Append(release.Scope).Distinct())
        {
            rights.Demand(by, Right.Read, scope, Variant.Neutral);
        }
    }

    public static AuditedAct Act(string act, Release release, string? note = null, object? after = null, object? before = null) => new()
    {
        Act = act,
        Target = release.Id,
        Scope = release.Scope,
        Note = note ?? release.Name,
        Before = before is null ? null : JsonSerializer.Serialize(before),
        After = after is null ? null : JsonSerializer.Serialize(after),
    };
}
