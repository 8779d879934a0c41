using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Takes an item from the public in all languages at once, and puts it away.</summary>
public sealed class ContentWithdrawal(CmsDb db, ChangeLog log, Rights rights)
{
    /// <param name="itemId">The item.</param>
    /// <param name="act">What the audit log keeps of it.</param>
    /// <param name="along">What a module keeps about it, in the same transaction. If it answers false, nothing is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<PublishResult> WithdrawAsync(
        string itemId, AuditedAct act, Func<CmsDb, CancellationToken, Task<bool>> along, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return PublishResult.NotPublic;
        }

        item.Variants.ForEach(variant => rights.Demand(by, Right.Publish, item.Scope, variant.Locale));

        if (!await along(db, ct))
        {
            return PublishResult.Refused([]);
        }

        // The languages go before what they share.
        foreach (var variant in item.Variants.OrderByDescending(variant => variant.Locale, StringComparer.Ordinal))
        {
            var shown = variant.Published;

            if (shown is not null)
            {
                variant.Unpublish();
                open.Append(ChangeKind.Unpublished, item, variant.Locale, shown.Id);
            }

            variant.ArchivedAt = open.At;
            variant.Stage = Stage.Draft;
            await ScheduleRows.CancelAllAsync(db, variant, open.At, ct);
        }

        await open.CommitAsync(act, ct);

        return PublishResult.Done(open.Sequence);
    }
}
