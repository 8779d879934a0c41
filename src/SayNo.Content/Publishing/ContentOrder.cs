using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Puts the items of a type and a scope into an order, which visitors see at once.</summary>
public sealed class ContentOrder(CmsDb db, ChangeLog log, Rights rights)
{
    /// <param name="type">The content type.</param>
    /// <param name="scope"><c>EU</c> or a country.</param>
    /// <param name="itemIds">All items of that type and scope, in the order wanted.</param>
    /// <param name="by">Who does it; it takes the right to publish, since there is no draft of an order.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<ReviewResult> ArrangeAsync(string type, string scope, IReadOnlyList<string> itemIds, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Publish, scope, Variant.Neutral);
        await using var open = await log.OpenAsync(by, ct);

        // Writing the rows locks them, before they are read.
        await db.Items.Where(item => item.Type == type && item.Scope == scope)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug), ct);
        var items = await db.Items.Include(item => item.Variants.Where(variant => variant.PublishedId != null))
            .Where(item => item.Type == type && item.Scope == scope)
            .OrderBy(item => item.Order).ThenBy(item => item.Slug).ThenBy(item => item.Id).ToListAsync(ct);

        if (!items.Select(item => item.Id).Order(StringComparer.Ordinal).SequenceEqual(itemIds.Order(StringComparer.Ordinal)))
        {
            return ReviewResult.Refused(new Problem("", "The list has changed since you opened it. Look at it again, then put it in order."));
        }

        var before = items.Select(item => item.Id).ToList();

        if (before.SequenceEqual(itemIds))
        {
            return ReviewResult.Done();
        }

        Apply(items.ToDictionary(item => item.Id, StringComparer.Ordinal), itemIds, open);
        await open.CommitAsync(
            new() { Act = Acts.Arrange, Target = type, Scope = scope, Before = JsonSerializer.Serialize(before), After = JsonSerializer.Serialize(itemIds) }, ct);

        return ReviewResult.Done(open.Count > 0 ? open.Sequence : 0);
    }

    private static void Apply(Dictionary<string, ContentItem> items, IReadOnlyList<string> itemIds, OpenChangeLog open)
    {
        for (var place = 0; place < itemIds.Count; place++)
        {
            var item = items[itemIds[place]];

            if (item.Order == place)
            {
                continue;
            }

            item.Order = place;

            if (item.Variants.Count > 0)
            {
                open.Append(ChangeKind.Moved, item, Variant.Neutral);
            }
        }
    }
}
