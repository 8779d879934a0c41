using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>What somebody proves themselves by beyond the password: the app, the passkeys and the codes on paper. Nobody is ever without.</summary>
public sealed class SecondFactors(
    AccountsDb db,
    WriteTurns turns,
    AuditLog audit,
    Sealed seals,
    UserManager<Account> accounts,
    AccountLetters letters,
    IOptions<SessionLimits> limits,
    TimeProvider time)
{
    private const int LongestName = 60;

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whether a session may change anything here: signed in lately, or on the way in with nothing set up.</summary>
    public bool MayChange(CurrentSession session) => session.Session.Factor == Factor.None
        ? !session.HasSecondFactor
        : session.IsFreshAt(Now.UtcDateTime, limits.Value);

    /// <summary>Whether an account has an app, and how many codes on paper are left.</summary>
    public async Task<(bool HasApp, int CodesLeft)> OfAsync(Guid accountId, CancellationToken ct) => (
        await db.Authenticators.AnyAsync(one => one.AccountId == accountId, ct),
        await db.RecoveryCodes.CountAsync(one => one.AccountId == accountId && one.UsedAt == null, ct));

    /// <summary>Uses a code up.</summary>
    /// <returns>What kind of code it was; null if it is wrong.</returns>
    public async Task<Factor?> UseCodeAsync(Account account, string typed, CancellationToken ct)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        await using var transaction = await turns.BeginAsync(db, ct);
        var factor = digits.Length == Totp.Digits && typed.Length < digits.Length * 2
            ? await UseTotpAsync(account.Id, digits, ct)
            : await UseRecoveryCodeAsync(account, typed, ct);
        await transaction.CommitAsync(ct);

        return factor;
    }

    /// <summary>Takes an app into use, in place of an older one. The code shows that the app and this site agree.</summary>
    public async Task<FactorResult> SetUpTotpAsync(CurrentSession session, string key, string code, CancellationToken ct)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));

        if (Totp.Match(key, digits, Now, 0) is not { } step)
        {
            return FactorResult.Refused("Code", "The code does not fit. Check that the clock of your device is right, and enter the code that the app shows now.");
        }

        return await ChangeAsync(session, Acts.ChangeTotp, "set up", async account =>
        {
            await db.Authenticators.Where(one => one.AccountId == account.Id).ExecuteDeleteAsync(ct);
            db.Authenticators.Add(new()
            {
                AccountId = account.Id,
                Key = seals.Keep(key, PurposeOf(account.Id)),
                LastStep = step,
                CreatedAt = Now.UtcDateTime,
            });
            account.TwoFactorEnabled = true;

            return await CodesIfNoneAsync(account.Id, ct);
        }, ct);
    }

    public Task<FactorResult> RemoveTotpAsync(CurrentSession session, CancellationToken ct) => ChangeAsync(session, Acts.ChangeTotp, "removed", async account =>
    {
        if (!await db.Passkeys.AnyAsync(one => one.UserId == account.Id, ct))
        {
            return FactorResult.Refused("", "The app is the only thing that protects your account beside the password. Add a passkey first.");
        }

        await db.Authenticators.Where(one => one.AccountId == account.Id).ExecuteDeleteAsync(ct);
        account.TwoFactorEnabled = false;

        return FactorResult.Done;
    }, ct);

    public Task<FactorResult> AddPasskeyAsync(CurrentSession session, string name, UserPasskeyInfo passkey, CancellationToken ct) =>
        ChangeAsync(session, Acts.AddPasskey, CleanName(name), async account =>
        {
            passkey.Name = CleanName(name);
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);

            return await CodesIfNoneAsync(account.Id, ct);
        }, ct);

    public Task<FactorResult> RemovePasskeyAsync(CurrentSession session, byte[] id, CancellationToken ct) =>
        ChangeAsync(session, Acts.RemovePasskey, null, async account =>
        {
            if (!account.TwoFactorEnabled && await db.Passkeys.CountAsync(one => one.UserId == account.Id, ct) < 2)
            {
                return FactorResult.Refused("", "This passkey is the only thing that protects your account beside the password. Add another passkey or an app first.");
            }

            await accounts.RemovePasskeyAsync(account, id);

            return FactorResult.Done;
        }, ct);

    public Task<FactorResult> RenewCodesAsync(CurrentSession session, CancellationToken ct) =>
        ChangeAsync(session, Acts.UseRecoveryCode, "renewed", account => NewCodesAsync(account.Id, ct), ct);

    /// <summary>Takes everything away from somebody who lost it, within an open transaction; they must set up anew.</summary>
    public async Task ForgetAllAsync(Guid accountId, CancellationToken ct)
    {
        await db.Authenticators.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.Passkeys.Where(one => one.UserId == accountId).ExecuteDeleteAsync(ct);
        await db.UserLogins.Where(one => one.UserId == accountId).ExecuteDeleteAsync(ct);
        await db.Users.Where(one => one.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.TwoFactorEnabled, false), ct);
    }

    // The letter goes out after the transaction: a slow mail server makes nobody else wait.
    private async Task<FactorResult> ChangeAsync(
        CurrentSession session, string act, string? note, Func<Account, Task<FactorResult>> change, CancellationToken ct)
    {
        var account = await db.Users.SingleAsync(one => one.Id == session.Session.AccountId, ct);
        var result = await ChangeAsync(session, account, new() { Act = act, Target = session.Editor.Id, Note = note }, change, ct);

        return result.IsDone ? result with { IsUnsent = !await letters.ChangedAsync(account, act, ct) } : result;
    }

    private async Task<FactorResult> ChangeAsync(
        CurrentSession session, Account account, AuditedAct act, Func<Account, Task<FactorResult>> change, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        await db.Entry(account).ReloadAsync(ct);
        var now = session with { HasSecondFactor = account.TwoFactorEnabled || await db.Passkeys.AnyAsync(one => one.UserId == account.Id, ct) };

        if (!MayChange(now))
        {
            return FactorResult.NeedsSignIn;
        }

        if (await change(account) is var result && !result.IsDone)
        {
            return result;
        }

        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, act, session.Editor, ct);
        await transaction.CommitAsync(ct);

        return result;
    }

    private async Task<Factor?> UseTotpAsync(Guid accountId, string digits, CancellationToken ct)
    {
        var found = await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == accountId, ct);

        if (found is null || !seals.TryOpen(found.Key, PurposeOf(accountId), out var key) || Totp.Match(key, digits, Now, found.LastStep) is not { } step)
        {
            return null;
        }

        // Of two who send one code at the same moment, the second finds it used.
        return await db.Authenticators.Where(one => one.AccountId == accountId && one.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastStep, step), ct) > 0 ? Factor.Totp : null;
    }

    private async Task<Factor?> UseRecoveryCodeAsync(Account account, string typed, CancellationToken ct)
    {
        var now = Now.UtcDateTime;

        if (RecoveryCodes.Hash(typed) is not { } hash || await db.RecoveryCodes
            .Where(one => one.AccountId == account.Id && one.Hash == hash && one.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), ct) == 0)
        {
            return null;
        }

        var by = new Editor(account.Id.ToString(), account.Name, []);
        await audit.RecordAsync(db, new() { Act = Acts.UseRecoveryCode, Target = by.Id, Note = "used" }, by, ct);

        return Factor.RecoveryCode;
    }

    private async Task<FactorResult> CodesIfNoneAsync(Guid accountId, CancellationToken ct) =>
        await db.RecoveryCodes.AnyAsync(one => one.AccountId == accountId && one.UsedAt == null, ct)
            ? FactorResult.Done
            : await NewCodesAsync(accountId, ct);

    private async Task<FactorResult> NewCodesAsync(Guid accountId, CancellationToken ct)
    {
        var codes = RecoveryCodes.New();
        await db.RecoveryCodes.Where(one => one.AccountId == accountId).ExecuteDeleteAsync(ct);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = RecoveryCodes.Hash(code) ?? [] }));

        return new() { RecoveryCodes = codes };
    }

    private static string PurposeOf(Guid accountId) => $"authenticator {accountId}";

    private static string CleanName(string name)
    {
        var kept = TextSigns.Clean(name).Replace('\n', ' ').Replace('\t', ' ').Trim();

        return kept.Length == 0 ? "Passkey" : kept[..Math.Min(kept.Length, LongestName)];
    }
}
