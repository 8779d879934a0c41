using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;
using SayNo.Web.Mail;

namespace SayNo.Accounts.People;

/// <summary>Invites people, and knows who has not come yet.</summary>
public sealed class OpenInvitations(
    AccountsDb db, WriteTurns turns, AuditLog audit, Administrators administrators, InvitationLinks links, GrantChoices choices, IMail mail, AdminAddress address)
{
    /// <summary>Who was invited and has no account yet, the newest first; links that have run out too, since they can be renewed.</summary>
    public async Task<IReadOnlyList<Invitation>> AllAsync(Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        return await db.Invitations.AsNoTracking().Where(one => one.UsedAt == null && one.ReplacedAt == null && one.Email != null)
            .OrderByDescending(one => one.CreatedAt).ToListAsync(ct);
    }

    /// <summary>Makes a link and sends it; it is shown only if it could not be sent.</summary>
    public async Task<SentInvitation> InviteAsync(string email, NewGrant entered, PoLocalizer l, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);
        var (grant, problem) = entered.Read(choices);

        return grant is null ? new() { Problem = problem } : await SendAsync(email, grant, l, by, ct);
    }

    /// <summary>Sends a new link in place of the old one.</summary>
    public async Task<SentInvitation> RenewAsync(Guid id, PoLocalizer l, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);

        return await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.UsedAt == null && one.ReplacedAt == null, ct) is { Email: { } email } old
            ? await SendAsync(email, new(old.Role, old.Scopes.Split(' '), old.Locales.Split(' ')), l, by, ct)
            : new() { Problem = new("", "This invitation is no longer open.") };
    }

    /// <summary>Takes a link back: it opens nothing any more.</summary>
    public async Task RevokeAsync(Guid id, Editor by, CancellationToken ct)
    {
        administrators.Demand(by);
        await using var transaction = await turns.BeginAsync(db, ct);

        if (await db.Invitations.Where(one => one.Id == id && one.UsedAt == null).ExecuteDeleteAsync(ct) > 0)
        {
            await audit.RecordAsync(db, new() { Act = Acts.RevokeInvitation, Target = id.ToString() }, by, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task<SentInvitation> SendAsync(string email, Grant grant, PoLocalizer l, Editor by, CancellationToken ct)
    {
        var link = await links.CreateAsync(email, grant, by, ct);

        if (link.Path is not { } path)
        {
            return new() { Problem = link.Problem };
        }

        var where = address.Of(path);
        string[] lines =
        [
            l["{0} invites you to help edit the website of Say No!", by.Name].Value,
            l["Open this address within 24 hours to create your account. It works once."].Value,
            where,
            "Say No!",
        ];
        var isSent = await mail.SendAsync(new(email, $"Say No! {l["Your invitation"]}", string.Join("\r\n\r\n", lines) + "\r\n"), ct);

        return new() { Link = isSent ? null : where };
    }
}

/// <summary>What came of inviting somebody.</summary>
public sealed record SentInvitation
{
    public AccountProblem? Problem { get; init; }

    /// <summary>The link to hand over, if the letter could not be sent. This is the only time it is shown.</summary>
    public string? Link { get; init; }
}
