using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.People;

/// <summary>Finds accounts for administrators. It costs two SQL commands, however many there are.</summary>
public sealed class AccountList(AccountsDb db, Administrators administrators)
{
    public const int PageSize = 50;

    public async Task<FoundAccounts> FindAsync(AccountFilter filter, CultureInfo culture, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);
        var words = Folded.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (await ReadAsync(db.Users, db.Grants, ct)).Where(row => Holds(filter, row) && IsFound(row, words))
            .OrderBy(row => row.Name, StringComparer.Create(culture, ignoreCase: true)).ThenBy(row => row.Id).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Min(filter.Page, pages);

        return new([.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, page, pages);
    }

    public async Task<AccountRow?> FindAsync(Guid id, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        return (await ReadAsync(db.Users.Where(one => one.Id == id), db.Grants.Where(one => one.AccountId == id), ct)).SingleOrDefault();
    }

    private async Task<IEnumerable<AccountRow>> ReadAsync(IQueryable<Account> accounts, IQueryable<AccountGrant> grants, CancellationToken ct)
    {
        var rows = await accounts.AsNoTracking().Select(account => new AccountRow
        {
            Id = account.Id,
            Name = account.Name,
            Email = account.Email ?? "",
            CreatedAt = account.CreatedAt,
            SignedInAt = account.SignedInAt,
            LockedAt = account.LockedAt,
            HasSecondFactor = account.TwoFactorEnabled || db.Passkeys.Any(passkey => passkey.UserId == account.Id),
        }).ToListAsync(ct);
        var granted = (await grants.AsNoTracking().ToListAsync(ct)).ToLookup(grant => grant.AccountId);

        return rows.Select(row => row with { Grants = [.. granted[row.Id].OrderBy(grant => grant.Role).ThenBy(grant => grant.Id)] });
    }

    private static bool Holds(AccountFilter filter, AccountRow row) =>
        (filter.Role is not { } role || row.Grants.Any(grant => grant.Role == role))
        && (filter.Scope is not { } scope || row.Grants.Any(grant => grant.Grant.Scopes.Contains(scope)))
        && filter.State switch
        {
            AccountState.Locked => row.LockedAt is not null,
            AccountState.Never => row.SignedInAt is null,
            AccountState.OneFactor => !row.HasSecondFactor,
            AccountState.TwoFactors => row.HasSecondFactor,
            _ => true,
        };

    private static bool IsFound(AccountRow row, string[] words)
    {
        var text = words.Length == 0 ? "" : Folded.Of($"{row.Name}\n{row.Email}");

        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>One page of a list of accounts.</summary>
public sealed record FoundAccounts(IReadOnlyList<AccountRow> Accounts, int Total, int Page, int Pages);

/// <summary>An account as administrators see it.</summary>
public sealed record AccountRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? SignedInAt { get; init; }

    public required DateTime? LockedAt { get; init; }

    public required bool HasSecondFactor { get; init; }

    public IReadOnlyList<AccountGrant> Grants { get; init; } = [];

    public string Path => $"{AccountFilter.Path}/{Id}";
}
