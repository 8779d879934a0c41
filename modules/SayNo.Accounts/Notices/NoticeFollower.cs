using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Notices;

/// <summary>
/// Makes notices of what has happened since it last looked, apart from the acts themselves: no save waits for it. Notices and the number of the
/// last entry looked at are one transaction, so that nothing is lost over a restart and nothing comes twice, on however many nodes.
/// </summary>
public sealed class NoticeFollower(AccountsDb db, CmsDb content, NoticeFinder finder, ItemTitles titles, WriteTurns turns, TimeProvider time)
{
    private const int MostEntries = 200;
    private const int HourOfLetters = 5;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Takes up some of what has happened.</summary>
    /// <returns>True if there is more.</returns>
    public async Task<bool> FollowAsync(CancellationToken ct)
    {
        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        var progress = await db.NoticeProgress.AsNoTracking().SingleAsync(ct);
        var entries = await content.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > progress.Sequence)
            .OrderBy(entry => entry.Sequence).Take(MostEntries).ToListAsync(ct);

        // What was stamped with a moment may become visible a little later.
        var clock = now - Minute;
        var isLook = progress.ClockAt is not { } last || clock - last >= Minute;

        if (entries.Count == 0 && !isLook)
        {
            return false;
        }

        List<NoticedEvent> found = [.. await finder.InLogAsync(entries, ct)];

        if (isLook && progress.ClockAt is { } after)
        {
            found.AddRange(await finder.ByTimeAsync(after, clock, ct));
        }

        var next = new NoticeProgress
        {
            Id = progress.Id,
            Turn = progress.Turn + 1,
            Sequence = entries.Count > 0 ? entries[^1].Sequence : progress.Sequence,
            ClockAt = isLook ? clock : progress.ClockAt,
        };

        // Who was quicker may have seen less of it.
        return !await KeepAsync(next, await NoticesAsync(found, now, ct), ct) || entries.Count == MostEntries;
    }

    /// <returns>False if another node has taken up the same.</returns>
    private async Task<bool> KeepAsync(NoticeProgress next, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        var isOurs = await db.NoticeProgress.Where(one => one.Turn == next.Turn - 1).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Turn, next.Turn).SetProperty(one => one.Sequence, next.Sequence).SetProperty(one => one.ClockAt, next.ClockAt), ct) == 1;

        if (isOurs)
        {
            db.Notices.AddRange(notices);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();

        return isOurs;
    }

    private async Task<IReadOnlyList<Notice>> NoticesAsync(List<NoticedEvent> found, DateTime now, CancellationToken ct)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var readers = await NoticeReader.AllAsync(db, ct);
        var targets = found.Select(one => one.Target).Distinct().ToList();
        var items = await content.Items.AsNoTracking().Include(item => item.Variants).ThenInclude(variant => variant.Draft)
            .Where(item => targets.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var unread = (await db.Notices.AsNoTracking().Where(notice => notice.ReadAt == null && targets.Contains(notice.Target))
            .Select(notice => new { notice.AccountId, notice.Event, notice.Target, notice.Locale }).ToListAsync(ct)).ToHashSet();

        return
        [
            .. from one in found
               from reader in readers
               where one.Concerns(reader.Editor)
               let way = NoticeChoice.Of(reader.Choices, one.Event, one.Scope, one.Locale)
               where way != NoticeWay.Never
               where !one.IsState || unread.Add(new { AccountId = reader.Account.Id, one.Event, one.Target, Locale = one.Event == NoticeEvent.Alert ? "" : one.Locale })
               select NoticeOf(one, reader, items.GetValueOrDefault(one.Target), MailAt(way, now)),
        ];
    }

    private Notice NoticeOf(NoticedEvent one, NoticeReader reader, ContentItem? item, DateTime? mailAt)
    {
        var title = item is null ? new(one.Name ?? one.Target, "") : titles.Of(Named(item), reader.Account.Language ?? AdminTexts.Locales[0]);

        return new()
        {
            AccountId = reader.Account.Id,
            Event = one.Event,
            Scope = one.Scope,
            Locale = one.Event == NoticeEvent.Alert ? "" : one.Locale,
            Target = one.Target,
            Title = title.Text,
            TitleLocale = title.Locale,
            Path = one.Path,
            By = one.By,
            Note = one.Note,
            At = one.At,
            MailAt = mailAt,
        };
    }

    private static NamedItem Named(ContentItem item) => new()
    {
        Id = item.Id,
        Type = item.Type,
        Slug = item.Slug,
        OverrideOf = item.OverrideOf,
        Drafts = item.Variants.Where(variant => variant.Draft is not null)
            .ToDictionary(variant => variant.Locale, variant => ContentValues.Parse(variant.Draft?.Data ?? "{}")),
    };

    /// <summary>The one letter a day comes before Europe begins to work.</summary>
    private static DateTime? MailAt(NoticeWay way, DateTime now) => way switch
    {
        NoticeWay.AtOnce => now,
        NoticeWay.Daily => now.Date.AddHours(now.Hour < HourOfLetters ? HourOfLetters : HourOfLetters + 24),
        _ => null,
    };
}
