using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Accounts.Notices;

/// <summary>Finds what people should hear of: in the audit log, in the plans, and in what time alone brings.</summary>
public sealed class NoticeFinder(CmsDb db, SourceTexts sources, PublishedContent published, IEnumerable<Happenings> happenings)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly string[] Writing = [Acts.Create, Acts.CreateOverride, Acts.Save, Acts.Submit, Acts.Restore];

    internal async Task<IReadOnlyList<NoticedEvent>> InLogAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var found = new List<NoticedEvent>();
        var done = entries.Where(entry => !entry.IsRefused).ToList();

        foreach (var entry in done)
        {
            if (await OfAsync(entry, ct) is { } noticed)
            {
                found.Add(noticed);
            }
        }

        var shown = done.Where(entry => entry.Act == Acts.Publish).ToList();

        return [.. found, .. await AlertsAsync(shown, ct), .. await OutdatedAsync(shown, ct)];
    }

    /// <summary>What happened between two moments without anybody's act.</summary>
    internal async Task<IReadOnlyList<NoticedEvent>> ByTimeAsync(DateTime after, DateTime until, CancellationToken ct)
    {
        var plans = await (from plan in db.Schedule.AsNoTracking()
                           join item in db.Items on plan.ItemId equals item.Id
                           where plan.EndedAt > after && plan.EndedAt <= until && (plan.State == ScheduledState.Failed || plan.State == ScheduledState.Done)
                           select new { Plan = plan, item.Scope }).ToListAsync(ct);

        return
        [
            .. plans.Where(one => one.Plan.State == ScheduledState.Failed || one.Plan.EndedAt - one.Plan.DueAt > Late)
                .Select(one => new NoticedEvent(NoticeEvent.Plan, one.Scope, one.Plan.Locale, one.Plan.ItemId, one.Plan.EndedAt ?? until)
                {
                    Path = PathOf(one.Plan.ItemId, one.Plan.Locale, "/schedule"),
                    Right = Right.Publish,
                    People = new HashSet<string> { one.Plan.ById },
                    Note = one.Plan.State == ScheduledState.Failed ? one.Plan.Problem : null,
                }),
            .. happenings.SelectMany(module => module.Between(published.Public, after, until))
                .Select(one => new NoticedEvent(NoticeEvent.Contact, one.Item.Scope, Variant.Neutral, one.Item.Id, one.At) { Path = one.Path, Right = Right.Verify }),
        ];
    }

    private async Task<NoticedEvent?> OfAsync(AuditEntry entry, CancellationToken ct) => entry.Act switch
    {
        Acts.Submit => Of(NoticeEvent.Review, entry, "/review") with { Right = Right.Publish },
        Acts.Reject => Of(NoticeEvent.Returned, entry, "") with { People = await WritersAsync(entry, ct), Note = entry.Note },
        Acts.Comment => Of(NoticeEvent.Comment, entry, "/comments") with { People = await WritersAsync(entry, ct), Note = entry.Note },
        Acts.Approve or Acts.Publish => Of(NoticeEvent.Published, entry, "/history") with { People = await WritersAsync(entry, ct) },
        Acts.StopRelease => Of(NoticeEvent.Release, entry, "") with
        {
            Path = $"/admin/releases/{entry.Target}",
            Name = entry.Note,
            Right = Right.Publish,
            People = await ActorsAsync(db.AuditEntries.Where(one => one.Target == entry.Target), ct),
        },
        _ => null,
    };

    private static NoticedEvent Of(NoticeEvent what, AuditEntry entry, string screen) => new(what, entry.Scope, entry.Locale, entry.Target, entry.At)
    {
        Path = PathOf(entry.Target, entry.Locale, screen),
        ById = entry.ActorId,
        By = entry.Actor,
    };

    /// <summary>Who has written the text since it was last published; if nobody has, whoever wrote last.</summary>
    private async Task<IReadOnlySet<string>> WritersAsync(AuditEntry entry, CancellationToken ct)
    {
        var before = db.AuditEntries.AsNoTracking()
            .Where(one => one.Target == entry.Target && one.Locale == entry.Locale && !one.IsRefused && one.Sequence < entry.Sequence);
        var since = await before.Where(one => one.Act == Acts.Publish).MaxAsync(one => (long?)one.Sequence, ct) ?? 0;
        var written = before.Where(one => Writing.Contains(one.Act));
        var writers = await ActorsAsync(written.Where(one => one.Sequence > since), ct);

        return writers.Count > 0 ? writers : await ActorsAsync(written.OrderByDescending(one => one.Sequence).Take(1), ct);
    }

    private static async Task<IReadOnlySet<string>> ActorsAsync(IQueryable<AuditEntry> entries, CancellationToken ct) =>
        (await entries.Where(one => one.ActorId != "").Select(one => one.ActorId).Distinct().ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

    /// <summary>One for each alert, in however many languages it is published.</summary>
    private async Task<IEnumerable<NoticedEvent>> AlertsAsync(List<AuditEntry> shown, CancellationToken ct)
    {
        var ids = shown.Select(entry => entry.Target).Distinct().ToList();
        var alerts = ids.Count == 0 ? [] : await db.Items.Where(item => ids.Contains(item.Id) && item.Type == "Alert").Select(item => item.Id).ToListAsync(ct);

        return shown.Where(entry => alerts.Contains(entry.Target)).DistinctBy(entry => entry.Target)
            .Select(entry => Of(NoticeEvent.Alert, entry, "") with { Path = $"/admin/content/{entry.Target}", Right = Right.Read });
    }

    /// <summary>The texts that are outdated since something they were made from was published.</summary>
    private async Task<IEnumerable<NoticedEvent>> OutdatedAsync(List<AuditEntry> shown, CancellationToken ct)
    {
        var found = new List<NoticedEvent>();

        foreach (var scope in await ScopesAsync(shown, ct))
        {
            foreach (var text in await sources.OutdatedAsync(scope, Editor.System, ct))
            {
                if (shown.Find(entry => entry.Target == text.SourceItemId && entry.Locale == text.SourceLocale) is { } cause)
                {
                    found.Add(Of(text.Kind == SourceKind.Override ? NoticeEvent.Original : NoticeEvent.Outdated, cause, "") with
                    {
                        Scope = scope,
                        Locale = text.Locale,
                        Target = text.ItemId,
                        Path = PathOf(text.ItemId, text.Locale, ""),
                        Right = Right.Edit,
                    });
                }
            }
        }

        return found;
    }

    /// <summary>Where texts can be made from what was published: in its own scope, and in those that have their own wording of it.</summary>
    private async Task<IReadOnlyList<string>> ScopesAsync(List<AuditEntry> shown, CancellationToken ct)
    {
        var ids = shown.Select(entry => entry.Target).Distinct().ToList();

        return ids.Count == 0 ? [] :
        [
            .. shown.Select(entry => entry.Scope)
                .Concat(await db.Items.Where(item => item.OverrideOf != null && ids.Contains(item.OverrideOf)).Select(item => item.Scope).ToListAsync(ct))
                .Where(scope => scope.Length > 0).Distinct(),
        ];
    }

    private static string PathOf(string itemId, string locale, string screen) =>
        $"/admin/content/{itemId}/{(locale == Variant.Neutral ? "neutral" : locale)}{screen}";
}
