using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Content.Storage;

namespace SayNo.Accounts.SignIn;

/// <summary>What the browser is asked to sign, and whether the answer is good. What was asked goes along with the form, sealed.</summary>
public sealed class Passkeys(AccountsDb db, WriteTurns turns, IPasskeyHandler<Account> handler, UserManager<Account> accounts, Sealed seals)
{
    private const string SignInPurpose = "passkey sign-in";

    /// <summary>Asks for any passkey of this site.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        // The framework says null for "whoever has one"; its signature forgot to.
        var made = await handler.MakeRequestOptionsAsync(null, context);

        return new(made.RequestOptionsJson, seals.KeepForForm(made.AssertionState ?? "", SignInPurpose));
    }

    /// <summary>Whose passkey has answered; null if the answer is not good.</summary>
    public async Task<Account?> AnswerAsync(HttpContext context, string credential, string state, CancellationToken ct)
    {
        if (!seals.TryOpenFromForm(state, SignInPurpose, out var asked))
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = asked });

        if (!result.Succeeded)
        {
            return null;
        }

        await using var transaction = await turns.BeginAsync(db, ct);
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await transaction.CommitAsync(ct);

        return result.User;
    }

    /// <summary>Asks the browser to make a passkey for an account.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(CurrentSession session, HttpContext context)
    {
        var entity = new PasskeyUserEntity { Id = session.Editor.Id, Name = session.Email, DisplayName = session.Name };
        var made = await handler.MakeCreationOptionsAsync(entity, context);

        return new(made.CreationOptionsJson, seals.KeepForForm(made.AttestationState ?? "", PurposeOf(session)));
    }

    /// <summary>The new passkey; null if the browser's answer is not good, or is another account's.</summary>
    public async Task<UserPasskeyInfo?> NewAsync(CurrentSession session, HttpContext context, string credential, string state)
    {
        if (!seals.TryOpenFromForm(state, PurposeOf(session), out var asked))
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = asked });

        return result.Succeeded && result.UserEntity.Id == session.Editor.Id ? result.Passkey : null;
    }

    /// <summary>The passkeys of an account, the oldest first.</summary>
    public async Task<IReadOnlyList<KnownPasskey>> OfAsync(Guid accountId, CancellationToken ct)
    {
        var found = await db.Passkeys.AsNoTracking().Where(one => one.UserId == accountId).ToListAsync(ct);

        return [.. found.OrderBy(one => one.Data.CreatedAt).Select(one => new KnownPasskey(one.CredentialId, one.Data.Name ?? "", one.Data.CreatedAt.UtcDateTime))];
    }

    private static string PurposeOf(CurrentSession session) => $"passkey {session.Editor.Id}";
}

/// <summary>What a browser is asked.</summary>
/// <param name="Options">JSON for the browser.</param>
/// <param name="State">What must come back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>A passkey as its owner knows it.</summary>
public sealed record KnownPasskey(byte[] Id, string Name, DateTime CreatedAt);
