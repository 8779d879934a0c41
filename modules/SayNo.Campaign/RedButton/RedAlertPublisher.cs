using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SayNo.Campaign.Alerts;
using SayNo.Campaign.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Campaign.RedButton;

/// <summary>
/// Makes a confirmed alert public in all its languages with one transaction, and takes it down with another. What the button remembers of it
/// stands or falls with them.
/// </summary>
public sealed class RedAlertPublisher(
    ContentBatch batch, ContentPublisher publisher, ContentWithdrawal withdrawal, CampaignDb own, IDbContextFactory<CampaignDb> campaign, WriteTurns turns,
    AuditLog audit, TimeProvider time)
{
    private static readonly Sentence Changed = "Somebody else was quicker. Look at it again.";

    internal async Task<RedAlertResult> ShowAsync(RedAlert alert, Editor by, CancellationToken ct)
    {
        var now = Now;
        (alert.State, alert.ConfirmedById, alert.ConfirmedBy, alert.ConfirmedAt) = (RedAlertState.Shown, by.Id, by.Name, now);
        var act = RedAlertActs.Of(RedAlertActs.Show, alert);

        if (alert.IsDrill)
        {
            return await KeepAloneAsync(alert, RedAlertState.Waiting, act, by, ct);
        }

        batch.Put(new BatchItem { Id = alert.Id, Type = ActiveAlerts.Type, Scope = alert.Scope, Slug = RedAlertPicture.SlugOf(alert) });
        batch.Put(new BatchVersion { ItemId = alert.Id, Locale = Variant.Neutral, Values = RedAlertPicture.Shared(alert), IsPublished = true, Author = alert.AskedBy });

        foreach (var (locale, text) in alert.TextsByLocale)
        {
            batch.Put(new BatchVersion
            {
                ItemId = alert.Id,
                Locale = locale,
                Values = RedAlertPicture.Values(text),
                IsPublished = true,
                IsReviewed = text.IsReviewed,
                Author = alert.AskedBy,
            });
        }

        (batch.Act, batch.Along) = (act, (db, token) => KeepAsync(db, alert, RedAlertState.Waiting, token));
        var result = await batch.CommitAsync(Allowed(by), null, ct);

        return result.IsApplied
            ? RedAlertResult.Done(alert, result.Sequence)
            : RedAlertResult.Refused(result.Problems.Count > 0 ? [.. result.Problems.Select(problem => new Problem("", problem.Sentence)).DefaultIfEmpty(new("", Changed))] : []);
    }

    internal async Task<RedAlertResult> EndAsync(RedAlert alert, Editor by, CancellationToken ct)
    {
        var before = alert.State;
        (alert.State, alert.EndedBy, alert.EndedAt) = (before == RedAlertState.Waiting ? RedAlertState.Dropped : RedAlertState.Ended, by.Name, Now);
        var act = RedAlertActs.Of(RedAlertActs.End, alert);

        if (alert.IsDrill || before == RedAlertState.Waiting)
        {
            return await KeepAloneAsync(alert, before, act, by, ct);
        }

        var result = await withdrawal.WithdrawAsync(alert.Id, act, (db, token) => KeepAsync(db, alert, before, token), Allowed(by), ct);

        return result.IsDone ? RedAlertResult.Done(alert, result.Sequence) : RedAlertResult.Refused(result.Problems is [] ? [new("", Changed)] : result.Problems);
    }

    internal async Task<RedAlertResult> ExtendAsync(RedAlert alert, DateTime until, Editor by, CancellationToken ct)
    {
        alert.EndsAt = until;

        if (alert.IsDrill)
        {
            return await KeepAloneAsync(alert, RedAlertState.Shown, RedAlertActs.Of(RedAlertActs.Extend, alert), by, ct);
        }

        var amendment = new Amendment
        {
            ItemId = alert.Id,
            Locale = Variant.Neutral,
            Changes = new Dictionary<string, JsonNode?> { ["EndsAt"] = RedAlertPicture.Moment(until) },
            Act = RedAlertActs.Extend,
            Along = (db, _, token) => KeepAsync(db, alert, RedAlertState.Shown, token),
        };
        var result = await publisher.AmendAsync(amendment, Right.Publish, Allowed(by), ct);

        return result.IsDone ? RedAlertResult.Done(alert, result.Sequence) : RedAlertResult.Refused(result.Problems is [] ? [new("", Changed)] : result.Problems);
    }

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    // The desk has asked for the right everywhere concerned; the item of several countries is the campaign's.
    private static Editor Allowed(Editor by) => new(by.Id, by.Name, [new Grant(Role.CampaignLead, Grant.Everywhere, Grant.Everywhere)]);

    private async Task<RedAlertResult> KeepAloneAsync(RedAlert alert, RedAlertState before, AuditedAct act, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(own, ct);

        if (!await KeepAsync(own, alert, before, ct))
        {
            return RedAlertResult.Refused(Changed);
        }

        await audit.RecordAsync(own, act, by, ct);
        await transaction.CommitAsync(ct);

        return RedAlertResult.Done(alert);
    }

    // On the connection and in the transaction of the content, so that both stand or neither.
    private async Task<bool> KeepAsync(CmsDb db, RedAlert alert, RedAlertState before, CancellationToken ct)
    {
        await using var beside = await campaign.CreateDbContextAsync(ct);
        beside.Database.SetDbConnection(db.Database.GetDbConnection());
        await beside.Database.UseTransactionAsync(db.Database.CurrentTransaction?.GetDbTransaction(), ct);

        return await KeepAsync(beside, alert, before, ct);
    }

    // Two people may press at once: only one finds it as they saw it.
    private static async Task<bool> KeepAsync(CampaignDb db, RedAlert alert, RedAlertState before, CancellationToken ct) =>
        await db.RedAlerts.Where(one => one.Id == alert.Id && one.State == before).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, alert.State)
                .SetProperty(one => one.EndsAt, alert.EndsAt)
                .SetProperty(one => one.ConfirmedById, alert.ConfirmedById)
                .SetProperty(one => one.ConfirmedBy, alert.ConfirmedBy)
                .SetProperty(one => one.ConfirmedAt, alert.ConfirmedAt)
                .SetProperty(one => one.EndedBy, alert.EndedBy)
                .SetProperty(one => one.EndedAt, alert.EndedAt), ct) == 1;
}
