using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.People;

/// <summary>Gives people what they may do, and takes it. It acts with their next click: rights are read from the database with each request.</summary>
public sealed class GrantDesk(AccountsDb db, WriteTurns turns, AuditLog audit, Administrators administrators, GrantChoices choices)
{
    public async Task<DeskResult> GiveAsync(Guid accountId, NewGrant entered, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        if (by.Id == accountId.ToString())
        {
            return DeskResult.Own;
        }

        var (grant, problem) = entered.Read(choices);

        if (grant is null)
        {
            return new(problem);
        }

        return await GiveAsync(accountId, grant, by, ct);
    }

    public async Task<DeskResult> TakeAsync(Guid accountId, Guid grantId, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        if (by.Id == accountId.ToString())
        {
            return DeskResult.Own;
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        var before = await GrantsAsync(accountId, ct);

        if (before.FirstOrDefault(one => one.Id == grantId) is not { } taken)
        {
            return DeskResult.Refused("", "They could not do this any more: somebody else took it just now.");
        }

        if (taken.Role == Role.Administrator && !await administrators.IsAnyLeftWithoutAsync(accountId, ct))
        {
            return DeskResult.LastAdministrator;
        }

        await db.Grants.Where(one => one.Id == grantId).ExecuteDeleteAsync(ct);
        await RecordAsync(accountId, before, before.Where(one => one != taken), by, ct);
        await transaction.CommitAsync(ct);

        return DeskResult.Done;
    }

    private async Task<DeskResult> GiveAsync(Guid accountId, Grant grant, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (!await db.Users.AnyAsync(account => account.Id == accountId, ct))
        {
            return DeskResult.Gone;
        }

        var before = await GrantsAsync(accountId, ct);

        if (before.Any(one => StoredGrants.AreSame(one.Grant, grant)))
        {
            return DeskResult.Refused(NewGrant.RoleInput, "They may do this already.");
        }

        var given = StoredGrants.Of(accountId, grant);
        db.Grants.Add(given);
        await db.SaveChangesAsync(ct);
        await RecordAsync(accountId, before, [.. before, given], by, ct);
        await transaction.CommitAsync(ct);

        return DeskResult.Done;
    }

    private Task<List<AccountGrant>> GrantsAsync(Guid accountId, CancellationToken ct) =>
        db.Grants.AsNoTracking().Where(one => one.AccountId == accountId).ToListAsync(ct);

    private Task RecordAsync(Guid accountId, IEnumerable<AccountGrant> before, IEnumerable<AccountGrant> after, Editor by, CancellationToken ct)
    {
        var act = new AuditedAct
        {
            Act = Acts.ChangeGrants,
            Target = accountId.ToString(),
            Before = StoredGrants.Audit(before.Select(one => one.Grant)),
            After = StoredGrants.Audit(after.Select(one => one.Grant)),
        };

        return audit.RecordAsync(db, act, by, ct);
    }
}
