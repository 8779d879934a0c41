using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.Notices;

/// <summary>Somebody who can hear of things, with what they may do at this moment and how they want to hear of it.</summary>
internal sealed record NoticeReader(Account Account, Editor Editor, IReadOnlyList<NoticeChoice> Choices)
{
    /// <summary>Everybody whose account is open. It costs three SQL commands, however many there are.</summary>
    public static Task<IReadOnlyList<NoticeReader>> AllAsync(AccountsDb db, CancellationToken ct) => OfAsync(db, db.Users, db.Grants, db.NoticeChoices, ct);

    /// <summary>One of them; null if the account is locked or gone.</summary>
    public static async Task<NoticeReader?> FindAsync(AccountsDb db, Guid id, CancellationToken ct) => (await OfAsync(
        db,
        db.Users.Where(account => account.Id == id),
        db.Grants.Where(grant => grant.AccountId == id),
        db.NoticeChoices.Where(choice => choice.AccountId == id),
        ct)).SingleOrDefault();

    private static async Task<IReadOnlyList<NoticeReader>> OfAsync(
        AccountsDb db, IQueryable<Account> accounts, IQueryable<AccountGrant> grants, IQueryable<NoticeChoice> choices, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var people = await accounts.AsNoTracking().Where(account => account.LockedAt == null).ToListAsync(ct);
        var granted = (await grants.AsNoTracking().ToListAsync(ct)).ToLookup(grant => grant.AccountId, grant => grant.Grant);
        var chosen = (await choices.AsNoTracking().ToListAsync(ct)).ToLookup(choice => choice.AccountId);

        return [.. people.Select(account => new NoticeReader(account, new(account.Id.ToString(), account.Name, [.. granted[account.Id]]), [.. chosen[account.Id]]))];
    }
}
