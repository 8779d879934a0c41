using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>
/// Counts the wrong passwords and codes of each account: after five it is closed for a quarter of an hour. A try is taken before the password is
/// looked at and given back if it was right, so that many tries at the same moment are no more than five.
/// </summary>
public sealed class TryCounter(AccountsDb db, WriteTurns turns, AuditLog audit, TimeProvider time)
{
    public const int Tries = 5;

    /// <summary>Who tries is not known; that is what is being found out.</summary>
    private static readonly Editor Somebody = new("", "?", []);

    public static TimeSpan ClosedFor { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Takes a try; none are left while the account is closed.</summary>
    public async Task<bool> TakeAsync(Guid accountId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Users.Where(one => one.Id == accountId && one.LockoutEnd <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null).SetProperty(one => one.AccessFailedCount, 0), ct);
        var taken = await db.Users.Where(one => one.Id == accountId && one.LockedAt == null && one.AccessFailedCount < Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount + 1), ct);
        await transaction.CommitAsync(ct);

        return taken > 0;
    }

    /// <summary>Gives back a try that was right, when more is to come.</summary>
    public async Task GiveBackAsync(Guid accountId, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Users.Where(one => one.Id == accountId && one.AccessFailedCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AccessFailedCount, one => one.AccessFailedCount - 1), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Forgets all tries: somebody signed in.</summary>
    public async Task ForgetAsync(Guid accountId, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Users.Where(one => one.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null).SetProperty(one => one.AccessFailedCount, 0), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Records a sign-in that was refused, and closes an account whose tries are used up.</summary>
    /// <param name="accountId">The account, if there is one: what was typed is recorded nowhere.</param>
    /// <param name="what">Such as <c>password</c>.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>Whether the account was closed by it.</returns>
    public async Task<bool> RecordRefusalAsync(Guid? accountId, string what, CancellationToken ct)
    {
        var target = accountId?.ToString() ?? "";
        var end = time.GetUtcNow() + ClosedFor;
        await using var transaction = await turns.BeginAsync(db, ct);
        var closed = accountId is { } id
            ? await db.Users.Where(one => one.Id == id && one.AccessFailedCount >= Tries && one.LockoutEnd == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, (DateTimeOffset?)end), ct)
            : 0;
        await audit.RecordAsync(db, new() { Act = Acts.SignIn, Target = target, Note = what, IsRefused = true }, Somebody, ct);

        if (closed > 0)
        {
            await audit.RecordAsync(db, new() { Act = Acts.LockAccount, Target = target, Note = $"{Tries} wrong tries" }, Editor.System, ct);
        }

        await transaction.CommitAsync(ct);

        return closed > 0;
    }
}
