using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
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

    public override async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.ReadAudit, Scopes.Campaign, Variant.Neutral);
        var asked = ids.Select(id => Guid.TryParse(id, out var one) ? one : Guid.Empty).Where(id => id != Guid.Empty).ToList();

        return asked.Count == 0
            ? new Dictionary<string, string>()
            : await db.Users.AsNoTracking().Where(account => asked.Contains(account.Id)).ToDictionaryAsync(account => account.Id.ToString(), account => account.Name, ct);
    }
}
