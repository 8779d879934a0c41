using System.Data.Common;
using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>
/// Reads pictures from the database. It speaks SQL itself: a start then needs no EF Core model, and 50,000 documents load in a second or two.
/// </summary>
public sealed class PictureReader(CmsDatabase database)
{
    // Beyond this, reading everything anew is quicker than picking items out.
    private const int ManyItems = 2000;

    /// <summary>The picture as the database has it now; none if it is the given one.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be used.</exception>
    public async Task<PictureChange?> ReadAsync(Picture before, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenAsync(ct);
            await using var snapshot = await ReadSnapshot.BeginAsync(connection, database.Kind, ct);

            return await ReadAsync(snapshot, before, ct);
        }
        catch (DbException exception) when (database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private static async Task<PictureChange?> ReadAsync(ReadSnapshot snapshot, Picture before, CancellationToken ct)
    {
        var (head, followsBefore) = await snapshot.HeadAsync(before.Sequence, before.ChangedAt, ct);

        if (head == before.Sequence && followsBefore)
        {
            return null;
        }

        return followsBefore ? await ReadChangesAsync(snapshot, before, head, ct) : await ReadAllAsync(snapshot, before, head, ct);
    }

    private static async Task<PictureChange> ReadChangesAsync(ReadSnapshot snapshot, Picture before, long head, CancellationToken ct)
    {
        var changes = await snapshot.ChangesAsync(before.Sequence, ct);
        var ids = changes.Where(change => change.Kind != ChangeKind.Defined).Select(change => change.ItemId).ToHashSet(StringComparer.Ordinal);

        if (ids.Count > ManyItems)
        {
            return await ReadAllAsync(snapshot, before, head, ct);
        }

        var items = await snapshot.ItemsAsync(ids, ct);
        var (sequence, at) = (changes[^1].Sequence, changes[^1].At);
        var after = before.With(sequence, at, ids.ToDictionary(id => id, items.GetValueOrDefault));

        if (changes.All(change => change.Kind != ChangeKind.Defined))
        {
            return new(before, after, ids);
        }

        return new(before, after.With(sequence, at, await snapshot.TypesAsync(ct), await snapshot.SettingsAsync(ct)), null);
    }

    private static async Task<PictureChange> ReadAllAsync(ReadSnapshot snapshot, Picture before, long head, CancellationToken ct)
    {
        var at = await snapshot.AtAsync(head, ct);
        var items = await snapshot.ItemsAsync(null, ct);
        var after = Picture.Of(head, at, await snapshot.TypesAsync(ct), await snapshot.SettingsAsync(ct), items.Values);

        return new(before, after, null);
    }
}
