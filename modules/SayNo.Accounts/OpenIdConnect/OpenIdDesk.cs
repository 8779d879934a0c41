using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.OpenIdConnect;

/// <summary>Lets in whom their organisation vouches for, if there is an account for them here; what they may do is said here alone.</summary>
public sealed class OpenIdDesk(
    AccountsDb db,
    WriteTurns turns,
    AuditLog audit,
    SessionBook sessions,
    TryCounter tries,
    SignInBrake brake,
    AccountLetters letters,
    Afterwards afterwards,
    ILookupNormalizer normalizer)
{
    /// <returns>The key of the new session: a half one, unless the organisation asked for a second factor itself; none if there is no open account.</returns>
    public async Task<SignInStep> SignInAsync(OpenIdPerson person, Visit visit, CancellationToken ct)
    {
        var account = await FindAsync(person, ct) ?? await TieAsync(person, ct);

        if (account is null or { LockedAt: not null })
        {
            await RefuseAsync(account?.Id, ct);

            return new();
        }

        if (person.HasSecondFactor)
        {
            await tries.ForgetAsync(account.Id, ct);
        }

        return new()
        {
            Key = await sessions.BeginAsync(account, person.HasSecondFactor ? Factor.External : Factor.None, visit, person.ProvenAt ?? DateTime.MinValue, ct),
            HasSecondFactor = account.TwoFactorEnabled || await db.Passkeys.AnyAsync(one => one.UserId == account.Id, ct),
        };
    }

    /// <summary>Records an answer that is not the organisation's own, or not to a question from this browser.</summary>
    public Task RefuseAsync(CancellationToken ct) => RefuseAsync(null, ct);

    // Anybody can send nonsense: the brake keeps it from filling the log.
    private async Task RefuseAsync(Guid? accountId, CancellationToken ct)
    {
        if (brake.Wait() > TimeSpan.Zero)
        {
            return;
        }

        brake.Count();
        await tries.RecordRefusalAsync(accountId, "OpenID Connect", ct);
    }

    private Task<Account?> FindAsync(OpenIdPerson person, CancellationToken ct) =>
        (from login in db.UserLogins.AsNoTracking()
         join account in db.Users.AsNoTracking() on login.UserId equals account.Id
         where login.LoginProvider == person.Issuer && login.ProviderKey == person.Subject
         select account).SingleOrDefaultAsync(ct);

    // By the address once, then never again: it may become somebody else's, and the tie does not.
    private async Task<Account?> TieAsync(OpenIdPerson person, CancellationToken ct)
    {
        if (person.VerifiedEmail is not { } email)
        {
            return null;
        }

        var normalized = normalizer.NormalizeEmail(email);
        await using var transaction = await turns.BeginAsync(db, ct);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized && one.LockedAt == null, ct);

        if (account is null || !IsSame(account.Email ?? "", email) || await db.UserLogins.AnyAsync(one => one.UserId == account.Id && one.LoginProvider == person.Issuer, ct))
        {
            return null;
        }

        db.UserLogins.Add(new() { LoginProvider = person.Issuer, ProviderKey = person.Subject, UserId = account.Id });
        await db.SaveChangesAsync(ct);
        var by = new Editor(account.Id.ToString(), account.Name, []);
        await audit.RecordAsync(db, new() { Act = Acts.TieOpenId, Target = by.Id, After = AuditJson.Of(("Issuer", person.Issuer), ("Subject", person.Subject)) }, by, ct);
        await transaction.CommitAsync(ct);
        afterwards.Do((_, later) => letters.ChangedAsync(account, Acts.TieOpenId, later));

        return account;
    }

    // Small and capital letters are one, but signs that only become a letter as a capital are not: they belong to another mailbox.
    private static bool IsSame(string ours, string theirs) => ours == theirs || Ascii.EqualsIgnoreCase(ours, theirs);
}
