using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Sessions;

/// <summary>Begins, finds and ends sessions. They live in the database, so that ending one acts at once, on every node.</summary>
public sealed class SessionBook(AccountsDb db, WriteTurns turns, AuditLog audit, IOptions<SessionLimits> limits, TimeProvider time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    /// <summary>Begins a session with a new key, which is answered here and never again.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="factor">What was proven beyond the password; with none the session lasts minutes and opens nothing but the next step.</param>
    /// <param name="visit">The browser.</param>
    /// <param name="ct">Ends the attempt.</param>
    public Task<string> BeginAsync(Account account, Factor factor, Visit visit, CancellationToken ct) => BeginAsync(account, factor, visit, DateTime.MaxValue, ct);

    /// <summary>The same for somebody who proved elsewhere who they are.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="factor">What was proven.</param>
    /// <param name="visit">The browser.</param>
    /// <param name="provenAt">When. What is longer ago than a fresh sign-in is not told apart, what is still to come is now.</param>
    /// <param name="ct">Ends the attempt.</param>
    internal async Task<string> BeginAsync(Account account, Factor factor, Visit visit, DateTime provenAt, CancellationToken ct)
    {
        var (key, hash) = SecretToken.New();
        var now = Now;
        var notFresh = now - limits.Value.Fresh;
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Sessions.Where(one => one.ExpiresAt < now - KeptFor).ExecuteDeleteAsync(ct);
        await EndAsync(visit.Before?.Id ?? [], now, ct);
        db.Sessions.Add(new()
        {
            Id = hash,
            AccountId = account.Id,
            Factor = factor,
            CreatedAt = provenAt > now ? now : provenAt < notFresh ? notFresh : UtcMoment.Stored(provenAt),
            SeenAt = now,
            ExpiresAt = now + (factor == Factor.None ? limits.Value.Half : limits.Value.Absolute),
            Device = visit.Device,
        });
        await db.SaveChangesAsync(ct);

        if (factor != Factor.None)
        {
            await db.Users.Where(one => one.Id == account.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SignedInAt, now).SetProperty(one => one.Language, visit.Language), ct);
            await RecordAsync(Acts.SignIn, account.Id, new(account.Id.ToString(), account.Name, []), factor.ToString(), ct);
        }

        await transaction.CommitAsync(ct);

        return key;
    }

    /// <summary>The session that a key opens, with its account, in one query; null if there is none.</summary>
    public async Task<(SessionState State, CurrentSession Session)?> FindAsync(string key, CancellationToken ct)
    {
        if (SecretToken.Hash(key) is not { } hash)
        {
            return null;
        }

        var found = await db.Sessions.AsNoTracking()
            .Where(session => session.Id == hash)
            .Join(db.Users, session => session.AccountId, account => account.Id, (session, account) => new CurrentSession
            {
                Session = session,
                Name = account.Name,
                Email = account.Email ?? "",
                IsLocked = account.LockedAt != null,
                HasSecondFactor = account.TwoFactorEnabled || db.Passkeys.Any(passkey => passkey.UserId == account.Id),
                Grants = db.Grants.Where(grant => grant.AccountId == account.Id).ToList(),
            })
            .AsSingleQuery()
            .SingleOrDefaultAsync(ct);

        return found is null ? null : (found.StateAt(Now, limits.Value), found);
    }

    /// <summary>Notes that a session is in use, at most once a minute.</summary>
    public async Task SeeAsync(Session session, CancellationToken ct)
    {
        var now = Now;

        if (now - session.SeenAt < SeenEvery)
        {
            return;
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Sessions.Where(one => one.Id == session.Id && one.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The open sessions of an account, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(Guid accountId, CancellationToken ct)
    {
        var now = Now;
        var idleSince = now - limits.Value.Idle;

        return await db.Sessions.AsNoTracking()
            .Where(one => one.AccountId == accountId && one.EndedAt == null && one.ExpiresAt > now && one.SeenAt > idleSince && one.Factor != Factor.None)
            .OrderByDescending(one => one.SeenAt)
            .ToListAsync(ct);
    }

    /// <summary>Ends one session of somebody's own.</summary>
    public async Task EndAsync(byte[] id, Editor by, CancellationToken ct)
    {
        var accountId = Guid.Parse(by.Id);
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Sessions.AnyAsync(one => one.Id == id && one.AccountId == accountId, ct))
        {
            await EndAsync(id, Now, ct);
            await RecordAsync(Acts.SignOut, accountId, by, null, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Ends every session of one's own account, this one too.</summary>
    public async Task EndAllAsync(Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        await EndAllAsync(Guid.Parse(by.Id), null, by, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Ends every session of an account within an open transaction, but for one that may stay.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="but">The session that stays; null for none.</param>
    /// <param name="by">Who ends them: the person, or an administrator.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task EndAllAsync(Guid accountId, Session? but, Editor by, CancellationToken ct)
    {
        var now = Now;
        var stays = but?.Id ?? [];
        await db.Sessions.Where(one => one.AccountId == accountId && one.EndedAt == null && one.Id != stays)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now), ct);
        await RecordAsync(Acts.SignOutEverywhere, accountId, by, null, ct);
    }

    private Task<int> EndAsync(byte[] id, DateTime now, CancellationToken ct) =>
        db.Sessions.Where(one => one.Id == id && one.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now), ct);

    private Task RecordAsync(string act, Guid accountId, Editor by, string? note, CancellationToken ct) =>
        audit.RecordAsync(db, new() { Act = act, Target = accountId.ToString(), Note = note }, by, ct);
}
