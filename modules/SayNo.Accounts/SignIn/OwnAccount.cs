using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Passwords;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>What people change of their own account: the name and the password.</summary>
public sealed class OwnAccount(
    AccountsDb db,
    WriteTurns turns,
    AuditLog audit,
    SessionBook sessions,
    TryCounter tries,
    AccountLinks links,
    SecondFactors factors,
    AccountLetters letters,
    IPasswordHasher<Account> passwords)
{
    public async Task<FactorResult> RenameAsync(CurrentSession session, string name, CancellationToken ct)
    {
        if (NewAccount.NameProblem(name) is { } problem)
        {
            return new() { Problem = problem };
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Users.Where(one => one.Id == session.Session.AccountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, name), ct);
        var act = new AuditedAct
        {
            Act = Acts.ChangeAccount,
            Target = session.Editor.Id,
            Before = AuditJson.Of("Name", session.Name),
            After = AuditJson.Of("Name", name),
        };
        await audit.RecordAsync(db, act, session.Editor, ct);
        await transaction.CommitAsync(ct);

        return FactorResult.Done;
    }

    /// <summary>Needs the old password; every other browser is signed out.</summary>
    public async Task<FactorResult> ChangePasswordAsync(CurrentSession session, string old, string password, string again, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(one => one.Id == session.Session.AccountId, ct);

        if (account.PasswordHash is not { } hash)
        {
            return FactorResult.Refused("OldPassword", "Your account has no password. Ask for a link to choose one on the sign-in page.");
        }

        if (!await tries.TakeAsync(account.Id, ct) || passwords.VerifyHashedPassword(account, hash, old) == PasswordVerificationResult.Failed)
        {
            await tries.RecordRefusalAsync(account.Id, "old password", ct);

            return FactorResult.Refused("OldPassword", "This is not your password. After five wrong tries the account is closed for 15 minutes.");
        }

        await tries.GiveBackAsync(account.Id, ct);

        if (ProblemOf(account, password, again) is { } problem)
        {
            return new() { Problem = problem };
        }

        // Hashing and mail are slow; inside the transaction they would make everybody else wait.
        var renewed = passwords.HashPassword(account, password);

        await using (var transaction = await turns.BeginAsync(db, ct))
        {
            await SetHashAsync(account, renewed, session.Session, session.Editor, ct);
            await audit.RecordAsync(db, new() { Act = Acts.ChangePassword, Target = session.Editor.Id }, session.Editor, ct);
            await transaction.CommitAsync(ct);
        }

        return new() { IsUnsent = !await letters.ChangedAsync(account, Acts.ChangePassword, ct) };
    }

    /// <summary>Sets a new password by a link. Every browser is signed out; a link for everything takes the second factors away too.</summary>
    /// <returns>The account; null if the link holds no more.</returns>
    public async Task<(Account? Account, AccountProblem? Problem)> RenewAsync(string token, string password, string again, CancellationToken ct)
    {
        if (await links.FindAsync(token, ct) is not { } link)
        {
            return (null, null);
        }

        var account = await db.Users.AsNoTracking().SingleAsync(one => one.Id == link.AccountId, ct);

        if (ProblemOf(account, password, again) is { } problem)
        {
            return (null, problem);
        }

        if (!await RenewAsync(link, account, password, ct))
        {
            return (null, null);
        }

        await tries.ForgetAsync(account.Id, ct);
        await letters.ChangedAsync(account, ActOf(link), ct);

        return (account, null);
    }

    private static string ActOf(AccountLink link) => link.Purpose == LinkPurpose.Everything ? Acts.BreakGlass : Acts.ChangePassword;

    private async Task<bool> RenewAsync(AccountLink link, Account account, string password, CancellationToken ct)
    {
        var by = new Editor(account.Id.ToString(), account.Name, []);
        var hash = passwords.HashPassword(account, password);
        await using var transaction = await turns.BeginAsync(db, ct);

        if (!await links.UseAsync(link, ct))
        {
            return false;
        }

        await SetHashAsync(account, hash, null, by, ct);

        if (link.Purpose == LinkPurpose.Everything)
        {
            await factors.ForgetAllAsync(account.Id, ct);
            await db.Users.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, (DateTime?)null), ct);
        }

        await audit.RecordAsync(db, new() { Act = ActOf(link), Target = by.Id, Note = "link used" }, by, ct);
        await transaction.CommitAsync(ct);

        return true;
    }

    private async Task SetHashAsync(Account account, string hash, Session? stays, Editor by, CancellationToken ct)
    {
        await db.Users.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, hash), ct);
        await sessions.EndAllAsync(account.Id, stays, by, ct);
    }

    private static AccountProblem? ProblemOf(Account account, string password, string again) =>
        PasswordRules.Problem(password, account.Name, account.Email ?? "")
        ?? (password == again ? null : new(nameof(NewAccount.PasswordAgain), "The two passwords differ. Enter the same password twice."));
}
