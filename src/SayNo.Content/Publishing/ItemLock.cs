using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>
/// Keeps everybody else from changing an item until the end of the transaction. Whoever needs the change log's head too takes that first.
/// </summary>
internal static class ItemLock
{
    /// <summary>Writing the row locks it, on either database.</summary>
    public static Task TakeAsync(CmsDb db, string itemId, CancellationToken ct) =>
        db.Items.Where(item => item.Id == itemId).ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug), ct);
}
