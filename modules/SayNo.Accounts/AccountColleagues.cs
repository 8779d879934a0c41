using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Web.Admin;

namespace SayNo.Accounts;

/// <summary>Finds colleagues among the accounts, by what each was granted.</summary>
public sealed class AccountColleagues(AccountsDb db, Rights rights) : Colleagues
{
    public override async Task<IReadOnlyList<Colleague>> WhoMayAsync(Right right, string scope, string locale, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Read, scope, locale);
        var granted = await (from grant in db.Grants.AsNoTracking()
                             join account in db.Users.AsNoTracking() on grant.AccountId equals account.Id
                             where account.LockedAt == null
                             orderby account.Name, account.Id
                             select new { account.Id, account.Name, Grant = grant }).ToListAsync(ct);

        return
        [
            .. granted.GroupBy(one => (one.Id, one.Name), one => one.Grant.Grant)
                .Where(person => Rights.May(new(person.Key.Id.ToString(), person.Key.Name, [.. person]), right, scope, locale))
                .Select(person => new Colleague(person.Key.Id.ToString(), person.Key.Name)),
        ];
    }
}
