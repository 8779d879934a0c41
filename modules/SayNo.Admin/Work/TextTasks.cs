using Microsoft.EntityFrameworkCore;
using SayNo.Admin.Lists;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Web.Admin;
using SayNo.Web.Localization;

namespace SayNo.Admin.Work;

/// <summary>The texts of a scope that somebody should look after.</summary>
public sealed class TextTasks(CmsDb db, PublishedContent published, TranslationStates states, ItemTitles titles, Rights rights) : EditorTasks
{
    public override async Task<IReadOnlyList<TaskGroup>> OfAsync(TasksAsked asked, CancellationToken ct)
    {
        rights.Demand(asked.By, Right.Read, asked.Scope, Variant.Neutral);
        var items = db.Items.Where(item => item.Scope == asked.Scope);
        var rows = await items.ReadRowsAsync(ct);
        var waiting = await Waiting.ReadAsync(db, items, asked.By, ct);
        var schedule = await db.Schedule.AsNoTracking()
            .Where(act => (act.State == ScheduledState.Waiting || act.State == ScheduledState.Failed) && items.Any(item => item.Id == act.ItemId))
            .OrderBy(act => act.DueAt).ToListAsync(ct);
        var outdated = (await states.OfAsync([asked.Scope], asked.By, ct)).Where(text => text.OutdatedSince is not null).ToList();
        var texts = new TextGroups(asked, rows, waiting, titles);
        var others = new OtherGroups(asked, rows, titles);

        return
        [
            others.Scheduled("failed", [.. schedule.Where(act => act.State == ScheduledState.Failed)], Urgency.Failed),
            texts.SentBack(),
            texts.InReview(),
            texts.Approved(),
            others.Outdated(outdated),
            others.Missing(MissingTexts.Of(published.Current, asked.Scope)),
            texts.Begun(),
            others.Scheduled("scheduled", [.. schedule.Where(act => act.State == ScheduledState.Waiting)], Urgency.Notice),
        ];
    }

    public override async Task<IReadOnlyList<TaskColumn>> CountsAsync(Editor by, PoLocalizer l, CancellationToken ct)
    {
        var counts = await db.Items.Within(Rights.Reach(by, Right.Read)).SelectMany(item => item.Variants, (item, variant) => new { item.Scope, Variant = variant })
            .Where(one => one.Variant.ArchivedAt == null)
            .GroupBy(one => one.Scope)
            .Select(group => new
            {
                Scope = group.Key,
                Published = group.Count(one => one.Variant.PublishedId != null),
                Drafts = group.Count(one => one.Variant.DraftId != null && one.Variant.Stage == Stage.Draft),
                InReview = group.Count(one => one.Variant.DraftId != null && one.Variant.Stage == Stage.InReview),
                Approved = group.Count(one => one.Variant.DraftId != null && one.Variant.Stage == Stage.Approved),
            }).ToListAsync(ct);
        var picture = published.Current;

        return
        [
            new(l["Published"].Value, counts.ToDictionary(one => one.Scope, one => one.Published), IsWork: false),
            new(l["Drafts"].Value, counts.ToDictionary(one => one.Scope, one => one.Drafts), IsWork: false),
            new(l["In review"].Value, counts.ToDictionary(one => one.Scope, one => one.InReview)),
            new(l["Approved, not published yet"].Value, counts.ToDictionary(one => one.Scope, one => one.Approved)),
            new(l["Missing in a language"].Value, counts.ToDictionary(one => one.Scope, one => MissingTexts.Of(picture, one.Scope).Sum(state => state.Missing.Count))),
        ];
    }
}
