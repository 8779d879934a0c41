using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Admin.Lists;

/// <summary>Reads items with the states of their variants, in one SQL command whatever their number; published texts stay where they are.</summary>
public static class ItemRows
{
    /// <summary>Those items that somebody has a right to.</summary>
    public static IQueryable<ContentItem> Within(this IQueryable<ContentItem> items, Reach reach)
    {
        if (reach.IsEverywhere)
        {
            return items;
        }

        var scopes = reach.Scopes.ToArray();

        return items.Where(item => scopes.Contains(item.Scope));
    }

    /// <summary>The items in the order of scope, type and place.</summary>
    public static async Task<List<ItemRow>> ReadRowsAsync(this IQueryable<ContentItem> items, CancellationToken ct)
    {
        var rows = await items.AsNoTracking().Select(item => new ItemRow
        {
            Id = item.Id,
            Type = item.Type,
            Scope = item.Scope,
            Slug = item.Slug,
            Order = item.Order,
            OverrideOf = item.OverrideOf,
            CreatedAt = item.CreatedAt,
            Variants = item.Variants.OrderBy(variant => variant.Locale).Select(variant => new VariantRow
            {
                Locale = variant.Locale,
                Stage = variant.Stage,
                ArchivedAt = variant.ArchivedAt,
                DraftId = variant.DraftId,
                PublishedId = variant.PublishedId,
                DraftData = variant.Draft != null ? variant.Draft.Data : null,
                ChangedAt = variant.Draft != null ? variant.Draft.CreatedAt : variant.Published != null ? variant.Published.CreatedAt : null,
                By = variant.Draft != null ? variant.Draft.Author : variant.Published != null ? variant.Published.Author : null,
                ById = variant.Draft != null ? variant.Draft.AuthorId : variant.Published != null ? variant.Published.AuthorId : null,
                IsReviewed = variant.Draft != null ? variant.Draft.IsReviewed : variant.Published == null || variant.Published.IsReviewed,
            }).ToList(),
        }).ToListAsync(ct);

        rows.Sort(InOrder);

        return rows;
    }

    // Databases differ in how they order texts; the public site orders them by their code.
    private static int InOrder(ItemRow one, ItemRow other)
    {
        var result = string.CompareOrdinal(one.Scope, other.Scope);
        result = result != 0 ? result : string.CompareOrdinal(one.Type, other.Type);
        result = result != 0 ? result : one.Order.CompareTo(other.Order);
        result = result != 0 ? result : string.CompareOrdinal(one.Slug, other.Slug);

        return result != 0 ? result : string.CompareOrdinal(one.Id, other.Id);
    }
}
