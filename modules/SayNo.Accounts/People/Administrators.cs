using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.People;

/// <summary>Sees to it that whoever changes accounts may, and that there is always somebody left who can.</summary>
public sealed class Administrators(AccountsDb db, Rights rights)
{
    public void Demand(Editor by) => rights.Demand(by, Right.ManageAccounts, Scopes.Campaign, Variant.Neutral);

    /// <summary>Whether somebody else could still let people in if this account could not; asked within the transaction that takes the right away.</summary>
    public async Task<bool> IsAnyLeftWithoutAsync(Guid accountId, CancellationToken ct)
    {
        // Two administrators who take each other's right at the same moment wait here for one another.
        await db.Grants.Where(grant => grant.Role == Role.Administrator)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Role, Role.Administrator), ct);

        return await db.Grants.AnyAsync(
            grant => grant.Role == Role.Administrator && grant.AccountId != accountId
                && db.Users.Any(account => account.Id == grant.AccountId && account.LockedAt == null),
            ct);
    }
}
