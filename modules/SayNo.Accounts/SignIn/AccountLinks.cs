using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>Gives out links by which people mend their own accounts, and takes them back in.</summary>
public sealed class AccountLinks(AccountsDb db, WriteTurns turns, AuditLog audit, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Where the links lead; the token follows.</summary>
    public const string Path = "/admin/renew/";

    public static TimeSpan PasswordLifetime { get; } = TimeSpan.FromHours(1);

    public static TimeSpan EverythingLifetime { get; } = TimeSpan.FromMinutes(15);

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    /// <summary>A new link; it takes the place of older ones of the account.</summary>
    /// <param name="accountId">Whose it is.</param>
    /// <param name="purpose">What it lets do.</param>
    /// <param name="by">Who has it made.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>Its path. This is the only time it is ever known: show it, and log it nowhere.</returns>
    public Task<string> CreateAsync(Guid accountId, LinkPurpose purpose, Editor by, CancellationToken ct) =>
        CreateAsync(accountId, purpose, purpose == LinkPurpose.Password ? PasswordLifetime : EverythingLifetime, by, ct);

    /// <summary>The same for a time of its own, as a letter needs that is read hours later.</summary>
    internal async Task<string> CreateAsync(Guid accountId, LinkPurpose purpose, TimeSpan lifetime, Editor by, CancellationToken ct)
    {
        var (token, hash) = SecretToken.New();
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Links.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.Links.Add(new()
        {
            TokenHash = hash,
            AccountId = accountId,
            Purpose = purpose,
            CreatedAt = Now,
            ExpiresAt = Now + lifetime,
        });
        await db.SaveChangesAsync(ct);
        var act = purpose == LinkPurpose.Password ? Acts.ChangePassword : Acts.BreakGlass;
        await audit.RecordAsync(db, new() { Act = act, Target = accountId.ToString(), Note = "link made" }, by, ct);
        await transaction.CommitAsync(ct);

        return Path + token;
    }

    /// <summary>A link for everything for the administrator with this address, asked for at the server itself.</summary>
    /// <returns>Its path, or else why there is none.</returns>
    public async Task<(string? Path, string Problem)> BreakGlassAsync(string email, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, ct);

        if (account is null)
        {
            return (null, $"There is no account with the e-mail address {email}.");
        }

        if (!await db.Grants.AnyAsync(one => one.AccountId == account.Id && one.Role == Role.Administrator, ct))
        {
            return (null, $"The account of {email} is no administrator's. An administrator can renew it in the admin.");
        }

        return (await CreateAsync(account.Id, LinkPurpose.Everything, Editor.System, ct), "");
    }

    /// <summary>Whether somebody asked for a link so lately that another letter would only be a nuisance.</summary>
    public Task<bool> HasFreshAsync(Guid accountId, CancellationToken ct)
    {
        var since = Now - TimeSpan.FromMinutes(5);

        return db.Links.AnyAsync(one => one.AccountId == accountId && one.CreatedAt > since, ct);
    }

    /// <summary>The link of a token, if it still holds. Looking uses nothing up.</summary>
    public async Task<AccountLink?> FindAsync(string token, CancellationToken ct)
    {
        var now = Now;

        return SecretToken.Hash(token) is { } hash
            ? await db.Links.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash && one.UsedAt == null && one.ExpiresAt > now, ct)
            : null;
    }

    /// <summary>Uses a link up within an open transaction; of two at the same moment the second finds it used.</summary>
    internal async Task<bool> UseAsync(AccountLink link, CancellationToken ct)
    {
        var now = Now;

        return await db.Links.Where(one => one.TokenHash == link.TokenHash && one.UsedAt == null && one.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), ct) > 0;
    }
}
