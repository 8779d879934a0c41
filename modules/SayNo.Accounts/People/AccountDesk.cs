using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.People;

/// <summary>Locks accounts of others, unlocks and deletes them, and ends their sessions.</summary>
public sealed class AccountDesk(AccountsDb db, WriteTurns turns, AuditLog audit, Administrators administrators, SessionBook sessions, TimeProvider time)
{
    public const int LongestReason = 500;

    public const string ReasonInput = "Reason";

    /// <summary>Nobody can sign in to it any more, and whoever is signed in is out.</summary>
    public Task<DeskResult> LockAsync(Guid accountId, string reason, Editor by, CancellationToken ct) => ActAsync(accountId, by, async account =>
    {
        if (ReasonProblem(reason) is { } problem)
        {
            return new(problem);
        }

        if (await MustStayAsync(accountId, ct))
        {
            return DeskResult.LastAdministrator;
        }

        DateTime? now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        await db.Users.Where(one => one.Id == accountId && one.LockedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, now), ct);

        // A link that renews an account opens it again.
        await db.Links.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.RecoveryRequests.Where(request => request.AccountId == accountId).ExecuteDeleteAsync(ct);
        await sessions.EndAllAsync(accountId, null, by, ct);

        return await RecordLockAsync(account, isLocked: true, reason, by, ct);
    }, ct);

    public Task<DeskResult> UnlockAsync(Guid accountId, string reason, Editor by, CancellationToken ct) => ActAsync(accountId, by, async account =>
    {
        if (ReasonProblem(reason) is { } problem)
        {
            return new(problem);
        }

        await db.Users.Where(one => one.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, (DateTime?)null), ct);

        return await RecordLockAsync(account, isLocked: false, reason, by, ct);
    }, ct);

    public Task<DeskResult> SignOutAsync(Guid accountId, Editor by, CancellationToken ct) => ActAsync(accountId, by, async _ =>
    {
        await sessions.EndAllAsync(accountId, null, by, ct);

        return DeskResult.Done;
    }, ct);

    /// <summary>The account goes, with all that it signs in with; what the person wrote, and the log of it, stays.</summary>
    public Task<DeskResult> DeleteAsync(Guid accountId, bool isSure, string reason, Editor by, CancellationToken ct) => ActAsync(accountId, by, async account =>
    {
        if (!isSure)
        {
            return DeskResult.Refused("Sure", "Tick the box if the account is to be deleted.");
        }

        if (ReasonProblem(reason) is { } problem)
        {
            return new(problem);
        }

        if (await MustStayAsync(accountId, ct))
        {
            return DeskResult.LastAdministrator;
        }

        var grants = await db.Grants.AsNoTracking().Where(grant => grant.AccountId == accountId).ToListAsync(ct);
        await db.Invitations.Where(invitation => invitation.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.Users.Where(one => one.Id == accountId).ExecuteDeleteAsync(ct);
        var act = new AuditedAct
        {
            Act = Acts.DeleteAccount,
            Target = accountId.ToString(),
            Before = AuditJson.Of(("Name", account.Name), ("Grants", string.Join("; ", grants.Select(grant => $"{grant.Role} in {grant.Scopes}, languages {grant.Locales}")))),
            Note = reason.Trim(),
        };
        await audit.RecordAsync(db, act, by, ct);

        return DeskResult.Done;
    }, ct);

    /// <summary>What is wrong with a reason, if anything.</summary>
    internal static AccountProblem? ReasonProblem(string reason) => reason.Trim() switch
    {
        "" => new(ReasonInput, "Write down why. The audit log keeps it."),
        { Length: > LongestReason } => new(ReasonInput, "The reason is longer than {0} characters. Write a shorter one.", LongestReason),
        _ => null,
    };

    private async Task<DeskResult> ActAsync(Guid accountId, Editor by, Func<Account, Task<DeskResult>> act, CancellationToken ct)
    {
        administrators.Demand(by);

        if (by.Id == accountId.ToString())
        {
            return DeskResult.Own;
        }

        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.Id == accountId, ct) is not { } account)
        {
            return DeskResult.Gone;
        }

        var result = await act(account);

        if (result.IsDone)
        {
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    private async Task<bool> MustStayAsync(Guid accountId, CancellationToken ct) =>
        await db.Grants.AnyAsync(grant => grant.AccountId == accountId && grant.Role == Role.Administrator, ct)
        && !await administrators.IsAnyLeftWithoutAsync(accountId, ct);

    private async Task<DeskResult> RecordLockAsync(Account account, bool isLocked, string reason, Editor by, CancellationToken ct)
    {
        var act = new AuditedAct
        {
            Act = Acts.LockAccount,
            Target = account.Id.ToString(),
            Before = AuditJson.Of("Locked", account.LockedAt is null ? "no" : "yes"),
            After = AuditJson.Of("Locked", isLocked ? "yes" : "no"),
            Note = reason.Trim(),
        };
        await audit.RecordAsync(db, act, by, ct);

        return DeskResult.Done;
    }
}
