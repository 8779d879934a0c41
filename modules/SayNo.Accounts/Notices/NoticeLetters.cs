using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;
using SayNo.Web.Localization;
using SayNo.Web.Mail;

namespace SayNo.Accounts.Notices;

/// <summary>
/// Sends letters about what somebody has not read yet: all that is due for one person in one letter. Rights are asked again at that moment, and
/// of a text no letter says more than its title.
/// </summary>
public sealed class NoticeLetters(AccountsDb db, WriteTurns turns, IMail mail, PoCatalogs texts, AdminAddress address, TimeProvider time)
{
    public const string Settings = "/admin/account/notices";

    private const int MostAtOnce = 500;

    private static readonly TimeSpan WhenUnsent = TimeSpan.FromMinutes(10);

    public async Task SendDueAsync(CancellationToken ct)
    {
        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        var due = await db.Notices.AsNoTracking().Where(notice => notice.MailAt <= now && notice.ReadAt == null)
            .OrderBy(notice => notice.At).Take(MostAtOnce).ToListAsync(ct);

        foreach (var person in due.GroupBy(notice => notice.AccountId))
        {
            var ids = person.Select(notice => notice.Id).ToList();

            // Whoever takes them off the list sends them; a node that dies in between leaves them in the admin.
            if (await PutAsync(db.Notices.Where(notice => ids.Contains(notice.Id) && notice.MailAt != null), null, ct) == ids.Count
                && await NoticeReader.FindAsync(db, person.Key, ct) is { } reader
                && !await SendAsync(reader, [.. person], ct))
            {
                await PutAsync(db.Notices.Where(notice => ids.Contains(notice.Id)), now + WhenUnsent, ct);
            }
        }
    }

    private async Task<int> PutAsync(IQueryable<Notice> notices, DateTime? mailAt, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        var count = await notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.MailAt, mailAt), ct);
        await transaction.CommitAsync(ct);

        return count;
    }

    /// <returns>False if it must be tried again.</returns>
    private async Task<bool> SendAsync(NoticeReader reader, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        var allowed = notices.Where(notice => Rights.May(reader.Editor, Right.Read, notice.Scope, notice.Locale)).ToList();

        if (allowed.Count == 0)
        {
            return true;
        }

        var l = texts.ForEditors(reader.Account.Language ?? AdminTexts.Locales[0]);
        var subject = allowed.Count == 1 ? NoticeWords.Of(allowed[0].Event, l) : l.Plural(allowed.Count, "{0} notice", "{0} notices");
        var lines = allowed.Select(notice => $"{NoticeWords.Of(notice.Event, l)}: {notice.Title} ({NoticeWords.Place(notice, l)})\r\n{address.Of(notice.Path)}");
        var text = string.Join("\r\n\r\n", lines.Prepend(l["Hello {0},", reader.Account.Name].Value)
            .Append($"{l["You choose here what you are told, and how:"]}\r\n{address.Of(Settings)}").Append("Say No!"));

        return await mail.SendAsync(new(reader.Account.Email ?? "", $"Say No! {subject}", text + "\r\n"), ct);
    }
}
