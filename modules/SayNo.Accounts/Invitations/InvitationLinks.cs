using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.People;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Invitations;

/// <summary>Gives out the links by which people make their accounts.</summary>
public sealed class InvitationLinks(
    CmsDatabase database, AccountsDb db, WriteTurns turns, AuditLog audit, Rights rights, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Where the links lead; the token follows.</summary>
    public const string Path = "/admin/invitation/";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>What an administrator is granted.</summary>
    public static Grant Administrator { get; } = new(Role.Administrator, Grant.Everywhere, Grant.Everywhere);

    /// <summary>Whether anybody can let others in. Every start asks this, so it costs one read and no EF Core model.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be used.</exception>
    public async Task<bool> HasAdministratorAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT 1 FROM "AccountGrants" WHERE "Role" = '{nameof(Role.Administrator)}' LIMIT 1""";

        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>The same by the program itself, for whoever runs the server.</summary>
    public Task<InvitationLink> CreateAsync(string? email, Grant grant, CancellationToken ct) => CreateAsync(email, grant, Editor.System, ct);

    /// <summary>
    /// A new link. It takes the place of older unused ones for the same address and, until the site has its first administrator,
    /// of all that would make one.
    /// </summary>
    /// <param name="email">Whom it is for; may be left out for the first administrator.</param>
    /// <param name="grant">What the account will be granted.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<InvitationLink> CreateAsync(string? email, Grant grant, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.ManageAccounts, Scopes.Campaign, Variant.Neutral);
        await using var transaction = await turns.BeginAsync(db, ct);
        var isForFirst = grant.Role == Role.Administrator && !await db.Grants.AnyAsync(one => one.Role == Role.Administrator, ct);

        if (await ProblemAsync(email, isForFirst, ct) is { } problem)
        {
            return new(problem);
        }

        var (token, hash) = SecretToken.New();
        var invitation = InvitationOf(email, grant, hash);
        await ReplaceOlderAsync(invitation, isForFirst, ct);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(ct);

        // Not the address: the log is kept for ever, and people may leave.
        await audit.RecordAsync(db, new() { Act = Acts.Invite, Target = invitation.Id.ToString(), After = StoredGrants.Audit([grant]) }, by, ct);
        await transaction.CommitAsync(ct);

        return new(Path + token, invitation.ExpiresAt);
    }

    private Invitation InvitationOf(string? email, Grant grant, byte[] tokenHash)
    {
        var now = time.GetUtcNow().UtcDateTime;

        return new()
        {
            TokenHash = tokenHash,
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            Role = grant.Role,
            Scopes = string.Join(' ', grant.Scopes),
            Locales = string.Join(' ', grant.Locales),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
    }

    private async Task<AccountProblem?> ProblemAsync(string? email, bool isForFirst, CancellationToken ct)
    {
        if (email is null)
        {
            return isForFirst ? null : NewAccount.EmailProblem("");
        }

        if (NewAccount.EmailProblem(email) is { } problem)
        {
            return problem;
        }

        var normalized = normalizer.NormalizeEmail(email);

        return await db.Users.AnyAsync(account => account.NormalizedEmail == normalized, ct)
            ? new(nameof(NewAccount.Email), "There is already an account with this e-mail address.")
            : null;
    }

    private Task<int> ReplaceOlderAsync(Invitation newer, bool isForFirst, CancellationToken ct) =>
        db.Invitations
            .Where(one => one.UsedAt == null && one.ReplacedAt == null)
            .Where(one => isForFirst ? one.Role == Role.Administrator : one.NormalizedEmail == newer.NormalizedEmail)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReplacedAt, newer.CreatedAt), ct);
}
