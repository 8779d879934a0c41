using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.SignIn;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.People;

/// <summary>
/// Lets somebody who lost everything set up their account anew. It takes two administrators, and the link goes to the person alone: no
/// administrator can get into another's account by it.
/// </summary>
public sealed class RecoveryDesk(
    AccountsDb db, WriteTurns turns, AuditLog audit, Administrators administrators, AccountLinks links, AccountLetters letters, TimeProvider time)
{
    /// <summary>How long the link in the letter holds.</summary>
    public static TimeSpan LinkLifetime { get; } = TimeSpan.FromHours(12);

    /// <summary>How long a request waits for a second administrator.</summary>
    public static TimeSpan RequestLifetime { get; } = TimeSpan.FromDays(3);

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    /// <summary>The request that waits for an account, if there is one.</summary>
    public async Task<RecoveryRequest?> FindAsync(Guid accountId, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);
        var since = Now - RequestLifetime;

        return await db.RecoveryRequests.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == accountId && one.AskedAt > since, ct);
    }

    public async Task<DeskResult> AskAsync(Guid accountId, string reason, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        if ((by.Id == accountId.ToString() ? DeskResult.Own.Problem : AccountDesk.ReasonProblem(reason)) is { } problem)
        {
            return new(problem);
        }

        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == accountId, ct) is not { } account)
        {
            return DeskResult.Gone;
        }

        if (account.LockedAt is not null)
        {
            return DeskResult.Refused("", "The account is locked. Unlock it first.");
        }

        await db.RecoveryRequests.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.RecoveryRequests.Add(new() { AccountId = accountId, AskedById = by.Id, AskedBy = by.Name, AskedAt = Now, Reason = reason.Trim() });
        await db.SaveChangesAsync(ct);
        await RecordAsync(Acts.AskForRecovery, accountId, reason.Trim(), by, ct);
        await transaction.CommitAsync(ct);

        return DeskResult.Done;
    }

    /// <summary>A second administrator agrees: the person gets the link. If the letter cannot be sent, the request goes on waiting.</summary>
    public async Task<DeskResult> ConfirmAsync(Guid accountId, Editor by, CancellationToken ct)
    {
        if (await FindAsync(accountId, by, ct) is not { } request)
        {
            return DeskResult.Refused("", "Nobody asks for this any more.");
        }

        if (by.Id == accountId.ToString() || by.Id == request.AskedById)
        {
            return DeskResult.Refused("", "You asked for this yourself. Another administrator must agree.");
        }

        var account = await db.Users.AsNoTracking().SingleAsync(one => one.Id == accountId, ct);
        var path = await links.CreateAsync(accountId, LinkPurpose.Everything, LinkLifetime, by, ct);

        if (!await letters.EverythingAsync(account, path, ct))
        {
            return new(new("", "The letter with the link could not be sent. Nothing has changed: agree again when mail works."), IsUnsent: true);
        }

        await DropAsync(accountId, Acts.ConfirmRecovery, $"Asked by {request.AskedBy}: {request.Reason}", by, ct);

        return DeskResult.Done;
    }

    /// <summary>Any administrator can refuse, whoever asked too.</summary>
    public async Task<DeskResult> DropAsync(Guid accountId, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);
        await DropAsync(accountId, Acts.DropRecovery, null, by, ct);

        return DeskResult.Done;
    }

    private async Task DropAsync(Guid accountId, string act, string? note, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.RecoveryRequests.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct) > 0)
        {
            await RecordAsync(act, accountId, note, by, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private Task RecordAsync(string act, Guid accountId, string? note, Editor by, CancellationToken ct) =>
        audit.RecordAsync(db, new() { Act = act, Target = accountId.ToString(), Note = note }, by, ct);
}
