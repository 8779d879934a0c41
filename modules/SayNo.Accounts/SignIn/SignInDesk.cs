using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Passwords;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>Where people prove who they are: by password and code, or by passkey.</summary>
public sealed class SignInDesk(
    AccountsDb db,
    SessionBook sessions,
    TryCounter tries,
    SignInBrake brake,
    SecondFactors factors,
    AccountLetters letters,
    Afterwards afterwards,
    ILookupNormalizer normalizer,
    IPasswordHasher<Account> passwords)
{
    private static readonly Account Nobody = new() { Name = "" };

    private static string? _nobodysHash;

    /// <summary>The first step. Right or wrong, known or not: it costs the same time and says the same.</summary>
    public async Task<SignInStep> PasswordAsync(string email, string password, Visit visit, CancellationToken ct)
    {
        if (brake.Wait() > TimeSpan.Zero)
        {
            return SignInStep.Wait;
        }

        var normalized = normalizer.NormalizeEmail(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, ct);
        var mayTry = await tries.TakeAsync(account?.Id ?? Guid.Empty, ct);
        var isRight = IsRight(account, password);

        if (account is null || !mayTry || !isRight)
        {
            return await RefuseAsync(account, "password", SignInStep.Refused, ct);
        }

        await tries.GiveBackAsync(account.Id, ct);

        return new()
        {
            Key = await sessions.BeginAsync(account, Factor.None, visit, ct),
            HasSecondFactor = account.TwoFactorEnabled || await db.Passkeys.AnyAsync(one => one.UserId == account.Id, ct),
        };
    }

    /// <summary>The second step: a code of the app, or one from paper.</summary>
    public async Task<SignInStep> CodeAsync(CurrentSession half, string code, Visit visit, CancellationToken ct)
    {
        if (brake.Wait() > TimeSpan.Zero)
        {
            return SignInStep.Wait;
        }

        var account = await db.Users.AsNoTracking().SingleAsync(one => one.Id == half.Session.AccountId, ct);

        if (!await tries.TakeAsync(account.Id, ct) || await factors.UseCodeAsync(account, code, ct) is not { } factor)
        {
            return await RefuseAsync(account, "code", SignInStep.WrongCode, ct);
        }

        return await FinishAsync(account, factor, visit, ct);
    }

    /// <summary>The only step of those who have a passkey.</summary>
    /// <param name="account">Whose passkey has answered; null if none that we know has.</param>
    /// <param name="visit">The browser.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<SignInStep> PasskeyAsync(Account? account, Visit visit, CancellationToken ct)
    {
        if (account is null or { LockedAt: not null })
        {
            await tries.RecordRefusalAsync(account?.Id, "passkey", ct);

            return SignInStep.NoPasskey;
        }

        return await FinishAsync(account, Factor.Passkey, visit, ct);
    }

    /// <summary>Lets in whoever has just set up the first second factor after the password.</summary>
    public async Task<SignInStep> FinishAsync(CurrentSession half, Factor factor, Visit visit, CancellationToken ct) =>
        await FinishAsync(await db.Users.AsNoTracking().SingleAsync(one => one.Id == half.Session.AccountId, ct), factor, visit, ct);

    private async Task<SignInStep> FinishAsync(Account account, Factor factor, Visit visit, CancellationToken ct)
    {
        await tries.ForgetAsync(account.Id, ct);

        return new() { Key = await sessions.BeginAsync(account, factor, visit, ct), HasSecondFactor = true };
    }

    private async Task<SignInStep> RefuseAsync(Account? account, string what, SignInStep answer, CancellationToken ct)
    {
        brake.Count();

        if (await tries.RecordRefusalAsync(account?.Id, what, ct) && account is not null)
        {
            afterwards.Do((_, later) => letters.ClosedAsync(account, later));
        }

        return answer;
    }

    // An address without an account costs a hash too: the time an answer takes must not tell.
    private bool IsRight(Account? account, string password)
    {
        var known = account?.PasswordHash;
        var hash = known ?? (_nobodysHash ??= passwords.HashPassword(Nobody, SecretToken.New().Text));
        var isRight = password.Length <= PasswordRules.MaximumLength * 2
            && passwords.VerifyHashedPassword(account ?? Nobody, hash, password) != PasswordVerificationResult.Failed;

        return isRight && known is not null;
    }
}
