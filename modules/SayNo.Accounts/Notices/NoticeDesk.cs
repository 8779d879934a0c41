using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Accounts.Notices;

/// <summary>What one person was told, and how they want to be told. It is about nobody else.</summary>
public sealed class NoticeDesk(AccountsDb db, WriteTurns turns, AuditLog audit, TimeProvider time)
{
    public const int MostShown = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>The newest, unread ones first, as far as the person may still read what they are about.</summary>
    public async Task<IReadOnlyList<Notice>> OfAsync(Editor by, CancellationToken ct)
    {
        var notices = await Mine(by).AsNoTracking().OrderBy(notice => notice.ReadAt != null).ThenByDescending(notice => notice.At).Take(MostShown).ToListAsync(ct);

        return [.. notices.Where(notice => Rights.May(by, Right.Read, notice.Scope, notice.Locale))];
    }

    /// <summary>Takes a notice, or all of them, as read; no letter follows any more. Old ones are forgotten.</summary>
    public async Task ReadAsync(Guid? id, Editor by, CancellationToken ct)
    {
        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);
        var old = now - Kept;
        await using var transaction = await turns.BeginAsync(db, ct);
        await Mine(by).Where(notice => notice.ReadAt == null && (id == null || notice.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now).SetProperty(notice => notice.MailAt, (DateTime?)null), ct);
        await Mine(by).Where(notice => notice.ReadAt < old).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public async Task<IReadOnlyList<NoticeChoice>> ChoicesAsync(Editor by, CancellationToken ct)
    {
        var id = IdOf(by);

        return await db.NoticeChoices.AsNoTracking().Where(choice => choice.AccountId == id)
            .OrderBy(choice => choice.Scope).ThenBy(choice => choice.Locale).ThenBy(choice => choice.Event).ToListAsync(ct);
    }

    /// <summary>Puts choices in the place of those for the same event, country and language.</summary>
    public Task ChooseAsync(IReadOnlyList<NoticeChoice> choices, Editor by, CancellationToken ct) => ChangeAsync(choices, isKept: true, by, ct);

    public Task ForgetAsync(NoticeChoice choice, Editor by, CancellationToken ct) => ChangeAsync([choice], isKept: false, by, ct);

    private async Task ChangeAsync(IReadOnlyList<NoticeChoice> choices, bool isKept, Editor by, CancellationToken ct)
    {
        var id = IdOf(by);
        await using var transaction = await turns.BeginAsync(db, ct);

        foreach (var choice in choices)
        {
            await db.NoticeChoices.Where(one => one.AccountId == id && one.Event == choice.Event && one.Scope == choice.Scope && one.Locale == choice.Locale)
                .ExecuteDeleteAsync(ct);
        }

        if (isKept)
        {
            db.NoticeChoices.AddRange(choices.Select(choice => choice with { AccountId = id }));
            await db.SaveChangesAsync(ct);
        }

        await audit.RecordAsync(db, new() { Act = Acts.ChangeAccount, Target = by.Id, After = AuditJson.Of(choices.Select(choice => Told(choice, isKept))) }, by, ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static (string Name, string Value) Told(NoticeChoice choice, bool isKept) =>
        ($"Notices {choice.Event} {choice.Scope} {choice.Locale}", isKept ? $"{choice.Way}" : "");

    private IQueryable<Notice> Mine(Editor by)
    {
        var id = IdOf(by);

        return db.Notices.Where(notice => notice.AccountId == id);
    }

    private static Guid IdOf(Editor by) => Guid.TryParse(by.Id, out var id) ? id : Guid.Empty;
}
