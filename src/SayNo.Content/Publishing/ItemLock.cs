using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>
/// Keeps everybody else from changing an item until the end of the transaction. Whoever needs the change log's head too takes that first,
/// and the audit log's head comes last.
/// </summary>
internal static class ItemLock
{
    /// <summary>Writing the row locks it, on either database.</summary>
    public static Task TakeAsync(CmsDb db, string itemId, CancellationToken ct) =>
        db.Items.Where(item => item.Id == itemId).ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug), ct);

    /// <summary>Locks the item and loads it with all its variants; none if there is no such item.</summary>
    public static async Task<ContentItem?> LoadAsync(CmsDb db, string itemId, CancellationToken ct)
    {
        await TakeAsync(db, itemId, ct);

        return await OneItem.LoadAsync(db, itemId, null, ct);
    }

    /// <summary>Locks the item and loads it with the one variant, if that exists.</summary>
    public static async Task<ContentItem?> LoadAsync(CmsDb db, string itemId, string locale, CancellationToken ct)
    {
        await TakeAsync(db, itemId, ct);

        return await OneItem.LoadAsync(db, itemId, locale, ct);
    }
}
