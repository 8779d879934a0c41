using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Keeps what is to be published, or taken from the public, at a moment to come. One of each kind can wait for a variant.</summary>
public sealed class ContentSchedule(
    CmsDb db, WriteTurns turns, Rights rights, PublishCheck check, AuditLog audit, ScheduleSignal signal, TimeProvider time)
{
    private static readonly Problem NoDraft = new("", "There is no draft here.");

    /// <summary>Publishes exactly that version when its time has come. It takes the place of an earlier plan.</summary>
    public async Task<ScheduleResult> PublishAtAsync(string itemId, string locale, string versionId, DateTime dueUtc, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return ScheduleResult.Refused(NoDraft);
        }

        rights.Demand(by, Right.Publish, item.Scope, locale);

        if (item.Variants.Find(one => one.Locale == locale) is not { Draft: { } draft } variant)
        {
            return ScheduleResult.Refused(NoDraft);
        }

        if (await AgainstPublishingAsync(item, variant, draft, versionId, dueUtc, by, ct) is { Count: > 0 } problems)
        {
            return ScheduleResult.Refused(problems);
        }

        variant.Stage = Stage.Approved;

        return await PutAsync(transaction, item, Act(variant, ScheduledKind.Publish, draft.Id, dueUtc, by), draft, by, ct);
    }

    /// <summary>Takes the variant from the public when its time has come. It takes the place of an earlier plan.</summary>
    public async Task<ScheduleResult> UnpublishAtAsync(string itemId, string locale, DateTime dueUtc, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var item = await ItemLock.LoadAsync(db, itemId, ct);

        if (item is not null)
        {
            rights.Demand(by, Right.Publish, item.Scope, locale);
        }

        if (item?.Variants.Find(one => one.Locale == locale) is not { ArchivedAt: null } variant)
        {
            return ScheduleResult.Refused(new Problem("", "It is not public."));
        }

        if (await AgainstUnpublishingAsync(variant, dueUtc, ct) is { } problem)
        {
            return ScheduleResult.Refused(problem);
        }

        return await PutAsync(transaction, item, Act(variant, ScheduledKind.Unpublish, null, dueUtc, by), variant.Published, by, ct);
    }

    /// <summary>Calls off what waits, or puts aside what has failed.</summary>
    public async Task<ScheduleResult> CancelAsync(string id, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);
        var itemId = await db.Schedule.Where(one => one.Id == id).Select(one => one.ItemId).SingleOrDefaultAsync(ct);

        if (itemId is null || await ItemLock.LoadAsync(db, itemId, ct) is not { } item)
        {
            return ScheduleResult.Refused(new Problem("", "There is no such plan any more."));
        }

        var act = await db.Schedule.SingleAsync(one => one.Id == id, ct);
        rights.Demand(by, Right.Publish, item.Scope, act.Locale);

        if (act.State is not (ScheduledState.Waiting or ScheduledState.Failed))
        {
            return ScheduleResult.Refused(new Problem("", act.State == ScheduledState.Done ? "It has happened already." : "It was called off already."));
        }

        act.State = ScheduledState.Cancelled;
        act.EndedAt = Now;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, VariantAudit.Act(Acts.CancelSchedule, item, act.Locale) with { Before = Text(act, null) }, by, ct);
        await transaction.CommitAsync(ct);

        return ScheduleResult.Done(act);
    }

    /// <summary>What was planned for a variant: what waits first, then the newest.</summary>
    public async Task<IReadOnlyList<ScheduledAct>> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == itemId, ct) is not { } item)
        {
            return [];
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        return await db.Schedule.AsNoTracking().Where(act => act.ItemId == itemId && act.Locale == locale)
            .OrderBy(act => act.State).ThenByDescending(act => act.DueAt).ThenByDescending(act => act.CreatedAt).ToListAsync(ct);
    }

    /// <summary>What waits or has failed for some items of a list, the soonest first; items that the person may not read are left out.</summary>
    public Task<List<ScheduledAct>> OpenAsync(IReadOnlyCollection<string> itemIds, Editor by, CancellationToken ct) =>
        Readable(by).Where(act => itemIds.Contains(act.ItemId)).OrderBy(act => act.DueAt).ThenBy(act => act.Id).ToListAsync(ct);

    /// <summary>All that waits or has failed where somebody may publish, the soonest first.</summary>
    public Task<List<ScheduledAct>> OpenAsync(Editor by, CancellationToken ct) =>
        Within(Rights.Reach(by, Right.Publish)).OrderBy(act => act.DueAt).ThenBy(act => act.Id).ToListAsync(ct);

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    private IQueryable<ScheduledAct> Readable(Editor by) => Within(Rights.Reach(by, Right.Read));

    private IQueryable<ScheduledAct> Within(Reach reach)
    {
        var acts = db.Schedule.AsNoTracking().Where(act => act.State == ScheduledState.Waiting || act.State == ScheduledState.Failed);
        var scopes = reach.Scopes.ToArray();

        return reach.IsEverywhere ? acts : acts.Where(act => db.Items.Any(item => item.Id == act.ItemId && scopes.Contains(item.Scope)));
    }

    private async Task<WriteTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        return transaction;
    }

    private async Task<IReadOnlyList<Problem>> AgainstPublishingAsync(
        ContentItem item, Variant variant, ContentVersion draft, string versionId, DateTime dueUtc, Editor by, CancellationToken ct)
    {
        if ((DraftRules.Against(variant, versionId) ?? await AgainstMomentAsync(variant, ScheduledKind.Publish, dueUtc, ct)) is { } problem)
        {
            return [problem];
        }

        var type = (await db.Types.AsNoTracking().SingleAsync(one => one.Name == item.Type, ct)).Read();

        // What is the same in every language may be planned for the same moment: that is looked at on the day.
        return await check.OfApprovalAsync(item, variant, draft, type, by, ct);
    }

    private async Task<Problem?> AgainstUnpublishingAsync(Variant variant, DateTime dueUtc, CancellationToken ct)
    {
        if (variant.Published is null && await WaitingAsync(variant, ScheduledKind.Publish, ct) is null)
        {
            return new("", "It is not public, and nothing is planned to make it so.");
        }

        return await AgainstMomentAsync(variant, ScheduledKind.Unpublish, dueUtc, ct);
    }

    private async Task<Problem?> AgainstMomentAsync(Variant variant, ScheduledKind kind, DateTime dueUtc, CancellationToken ct)
    {
        if (dueUtc <= Now)
        {
            return new("DueAt", "This moment has passed. Choose one to come.");
        }

        var other = kind == ScheduledKind.Publish ? ScheduledKind.Unpublish : ScheduledKind.Publish;

        if (await WaitingAsync(variant, other, ct) is not { } planned)
        {
            return null;
        }

        return kind switch
        {
            ScheduledKind.Publish when dueUtc >= planned.DueAt && variant.Published is null => new("DueAt", "It must be published before it is taken from the public again."),
            ScheduledKind.Unpublish when dueUtc <= planned.DueAt && variant.Published is null => new("DueAt", "It cannot be taken from the public before it is published."),
            _ => null,
        };
    }

    private Task<ScheduledAct?> WaitingAsync(Variant variant, ScheduledKind kind, CancellationToken ct) => db.Schedule.AsNoTracking()
        .Where(act => act.ItemId == variant.ItemId && act.Locale == variant.Locale && act.Kind == kind && act.State == ScheduledState.Waiting)
        .SingleOrDefaultAsync(ct);

    private ScheduledAct Act(Variant variant, ScheduledKind kind, string? versionId, DateTime dueUtc, Editor by) => new()
    {
        Id = ContentId.New(),
        ItemId = variant.ItemId,
        Locale = variant.Locale,
        Kind = kind,
        VersionId = versionId,
        DueAt = UtcMoment.Stored(dueUtc),
        CreatedAt = Now,
        ById = by.Id,
        By = by.Name,
        NextTryAt = UtcMoment.Stored(dueUtc),
    };

    private async Task<ScheduleResult> PutAsync(
        WriteTransaction transaction, ContentItem item, ScheduledAct act, ContentVersion? version, Editor by, CancellationToken ct)
    {
        await ScheduleRows.ReplaceAsync(db, act, ct);
        db.Schedule.Add(act);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, VariantAudit.Act(Acts.Schedule, item, act.Locale) with { After = Text(act, version) }, by, ct);
        await transaction.CommitAsync(ct);
        signal.Set();

        return ScheduleResult.Done(act);
    }

    private static string Text(ScheduledAct act, ContentVersion? version) =>
        JsonSerializer.Serialize(new { kind = act.Kind.ToString(), dueAt = act.DueAt, version = version?.Number, author = version?.Author });
}
