using SayNo.Admin.Lists;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Bulk;

/// <summary>Does one act with many texts, each by the verb that does it with one.</summary>
public sealed class BulkWork(CmsDb db, ContentReview review, ContentPublisher publisher, ItemTitles titles, Rights rights)
{
    /// <summary>The most texts that are done at once.</summary>
    public const int Most = 100;

    /// <summary>What would be done with some items, in one language or in all of theirs.</summary>
    /// <exception cref="RightDeniedException">An item is among them that they may not read, or may do nothing with.</exception>
    public async Task<BulkPlan> PlanAsync(BulkAct act, IReadOnlyList<string> ids, string? locale, string reader, Editor by, CancellationToken ct)
    {
        var rows = await RowsAsync([.. ids.Distinct().Take(Most)], ct);
        var texts = new List<PlannedText>();
        List<LeftOut> leftOut = [.. ids.Distinct().Take(Most).Except(rows.Select(row => row.Id)).Select(_ => new LeftOut(null, LeftOutReason.Gone, []))];

        foreach (var row in rows)
        {
            Demand(act, row, by);
            var title = titles.Of(row.Named, reader);
            var variants = row.Variants.Where(variant => locale is null || variant.Locale == locale).ToLookup(variant => Against(act, row, variant, by));
            leftOut.AddRange(variants.Where(group => group.Key is not null)
                .Select(group => new LeftOut(title, group.Key.GetValueOrDefault(), [.. group.Select(variant => variant.Locale)])));
            texts.AddRange(InOrder(act, variants[null]).Select(variant =>
                new PlannedText(new(row.Id, variant.Locale, variant.NewestId ?? ""), title, row.Scope, variant.State, variant.IsPublic, [])));
        }

        return new(await WithWarningsAsync(act, [.. texts.Take(Most)], by, ct), leftOut, Math.Max(0, texts.Count - Most));
    }

    /// <summary>Does it. What is refused to one text keeps no other from being done.</summary>
    /// <exception cref="RightDeniedException">One of them is not theirs; nothing was done with any.</exception>
    public async Task<IReadOnlyList<BulkOutcome>> DoAsync(BulkAct act, IReadOnlyList<BulkEntry> entries, string reader, Editor by, CancellationToken ct)
    {
        var rows = (await RowsAsync([.. entries.Select(entry => entry.ItemId).Distinct()], ct)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var known = entries.Distinct().Take(Most).Where(entry => rows.ContainsKey(entry.ItemId)).ToList();

        // All of them first: a refusal in the middle would hide what was done before it.
        known.ForEach(entry => rights.Demand(by, act.Right(), rows[entry.ItemId].Scope, entry.Locale));
        var outcomes = new List<BulkOutcome>();

        foreach (var entry in known)
        {
            outcomes.Add(await DoAsync(act, entry, titles.Of(rows[entry.ItemId].Named, reader), by, ct));
        }

        return outcomes;
    }

    private Task<List<ItemRow>> RowsAsync(string[] ids, CancellationToken ct) => db.Items.Where(item => ids.Contains(item.Id)).ReadRowsAsync(ct);

    private async Task<BulkOutcome> DoAsync(BulkAct act, BulkEntry entry, ItemTitle title, Editor by, CancellationToken ct)
    {
        if (act == BulkAct.Publish)
        {
            var published = await publisher.PublishAsync(entry.ItemId, entry.Locale, entry.VersionId, by, ct);

            return new(entry, title, published.Problems, published.Sequence);
        }

        var result = act == BulkAct.Submit
            ? await review.SubmitAsync(entry.ItemId, entry.Locale, null, by, ct)
            : await review.ArchiveAsync(entry.ItemId, entry.Locale, by, ct);

        return new(entry, title, result.Problems, result.Sequence);
    }

    private void Demand(BulkAct act, ItemRow row, Editor by)
    {
        rights.Demand(by, Right.Read, row.Scope, Variant.Neutral);

        if (row.Variants.Count > 0 && !row.Variants.Any(variant => Rights.May(by, act.Right(), row.Scope, variant.Locale)))
        {
            rights.Demand(by, act.Right(), row.Scope, row.Variants[0].Locale);
        }
    }

    private static LeftOutReason? Against(BulkAct act, ItemRow row, VariantRow variant, Editor by)
    {
        var fits = act switch
        {
            BulkAct.Submit => variant.State == VariantState.Draft,
            BulkAct.Publish => variant.DraftId is not null && variant.State != VariantState.Archived,
            _ => variant.State != VariantState.Archived,
        };

        return !fits ? LeftOutReason.NothingToDo : Rights.May(by, act.Right(), row.Scope, variant.Locale) ? null : LeftOutReason.NotTheirs;
    }

    // No language can be public without the fields that all share: those come first, and go last.
    private static IEnumerable<VariantRow> InOrder(BulkAct act, IEnumerable<VariantRow> variants) =>
        act == BulkAct.Archive ? variants.OrderBy(variant => variant.IsNeutral) : variants.OrderByDescending(variant => variant.IsNeutral);

    private async Task<IReadOnlyList<PlannedText>> WithWarningsAsync(BulkAct act, IReadOnlyList<PlannedText> texts, Editor by, CancellationToken ct)
    {
        var warned = new List<PlannedText>(texts.Count);

        foreach (var text in texts)
        {
            warned.Add(act == BulkAct.Archive && text.IsPublic
                ? text with { Warnings = await publisher.EmptyWithoutAsync(text.Entry.ItemId, text.Entry.Locale, by, ct) }
                : text);
        }

        return warned;
    }
}
