using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.People;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Invitations;

/// <summary>Where an invited person hands in the link and gets an account for it.</summary>
public sealed class InvitationDesk(AccountsDb db, WriteTurns turns, AuditLog audit, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>The invitation that a token opens, if there is one, and whether it still holds.</summary>
    public async Task<(InvitationState State, Invitation? Invitation)> FindAsync(string token, CancellationToken ct)
    {
        var hash = SecretToken.Hash(token);
        var invitation = hash is null ? null : await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, ct);

        return (invitation?.StateAt(time.GetUtcNow().UtcDateTime) ?? InvitationState.Unknown, invitation);
    }

    /// <summary>Makes the account with its grant, and uses the link up: all of it, or nothing.</summary>
    public async Task<Acceptance> AcceptAsync(string token, NewAccount entered, CancellationToken ct)
    {
        var (state, invitation) = await FindAsync(token, ct);

        if (state != InvitationState.Open || invitation is null)
        {
            return Acceptance.Refused(state);
        }

        // The grant was meant for the invited address: the form cannot change it.
        entered = entered with { Email = invitation.Email ?? entered.Email };

        if (entered.Problems().ToArray() is { Length: > 0 } problems)
        {
            return Acceptance.Refused(problems);
        }

        var account = new Account { Name = entered.Name, Email = entered.Email, UserName = entered.Email, CreatedAt = time.GetUtcNow().UtcDateTime };

        // Hashing is slow on purpose; inside the transaction it would make everybody else wait.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, entered.Password);

        return await MakeAsync(account, invitation, ct);
    }

    private async Task<Acceptance> MakeAsync(Account account, Invitation invitation, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await UseUpAsync(invitation, account.CreatedAt, ct) is var state and not InvitationState.Open)
        {
            return Acceptance.Refused(state);
        }

        if (await accounts.CreateAsync(account) is { Succeeded: false } refused)
        {
            return Acceptance.Refused([.. refused.Errors.Select(ProblemOf).DistinctBy(problem => problem.Sentence)]);
        }

        var grant = new AccountGrant { AccountId = account.Id, Role = invitation.Role, Scopes = invitation.Scopes, Locales = invitation.Locales };
        db.Grants.Add(grant);
        await db.SaveChangesAsync(ct);
        await db.Invitations.Where(one => one.Id == invitation.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AccountId, account.Id), ct);
        var by = new Editor(account.Id.ToString(), account.Name, []);
        await audit.RecordAsync(db, new() { Act = Acts.CreateAccount, Target = by.Id, After = StoredGrants.Audit([grant.Grant]) }, by, ct);
        await transaction.CommitAsync(ct);

        return Acceptance.Of(account);
    }

    // The row is taken by one statement that looks and writes at once: of two who come at the same moment, the second finds it used.
    private async Task<InvitationState> UseUpAsync(Invitation invitation, DateTime now, CancellationToken ct)
    {
        var taken = await db.Invitations
            .Where(one => one.Id == invitation.Id && one.UsedAt == null && one.ReplacedAt == null && one.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), ct);

        if (taken == 0)
        {
            var current = await db.Invitations.AsNoTracking().SingleAsync(one => one.Id == invitation.Id, ct);

            return current.StateAt(now);
        }

        // A link without an address is for the first administrator only, and there may be one by now.
        return invitation.Email is null && await db.Grants.AnyAsync(grant => grant.Role == Role.Administrator, ct)
            ? InvitationState.Replaced
            : InvitationState.Open;
    }

    private static AccountProblem ProblemOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) =>
            new(nameof(NewAccount.Email), "There is already an account with this e-mail address."),
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
            new(nameof(NewAccount.Email), "This is not an e-mail address. It should look like name@police.example."),
        _ => new("", error.Description),
    };
}
