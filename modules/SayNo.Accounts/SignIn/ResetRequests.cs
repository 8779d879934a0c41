using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;

namespace SayNo.Accounts.SignIn;

/// <summary>Sends a link for a new password to whoever asks for one, if there is such an account.</summary>
public sealed class ResetRequests(AccountsDb db, ILookupNormalizer normalizer, AccountLinks links, AccountLetters letters)
{
    public async Task AnswerAsync(string email, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeEmail(email);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, ct);

        if (account is null or { LockedAt: not null } || await links.HasFreshAsync(account.Id, ct))
        {
            return;
        }

        var path = await links.CreateAsync(account.Id, LinkPurpose.Password, Editor.System, ct);
        await letters.ResetAsync(account, path, ct);
    }
}
