using Microsoft.EntityFrameworkCore;

namespace SayNo.Content.Storage;

/// <summary>
/// Reads one item with the texts of its variants, in two commands: SQLite answers the one command that would do by reading all variants
/// of the site, so that it would cost more with every country.
/// </summary>
internal static class OneItem
{
    /// <summary>The item to be changed; none if there is no such item.</summary>
    /// <param name="db">The context, which follows what is changed.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant: that one alone; null for all variants.</param>
    /// <param name="ct">Ends the attempt.</param>
    public static async Task<ContentItem?> LoadAsync(CmsDb db, string itemId, string? locale, CancellationToken ct)
    {
        if (await db.Items.SingleOrDefaultAsync(item => item.Id == itemId, ct) is not { } item)
        {
            return null;
        }

        // The context puts them into the item that it knows.
        await Variants(db.Variants, itemId, locale).LoadAsync(ct);

        return item;
    }

    /// <summary>The item to be looked at; none if there is no such item.</summary>
    /// <param name="db">The context.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant: that one alone; null for all variants.</param>
    /// <param name="ct">Ends the attempt.</param>
    public static async Task<ContentItem?> ReadAsync(CmsDb db, string itemId, string? locale, CancellationToken ct)
    {
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(item => item.Id == itemId, ct) is not { } item)
        {
            return null;
        }

        item.Variants.AddRange(await Variants(db.Variants.AsNoTracking(), itemId, locale).ToListAsync(ct));

        return item;
    }

    private static IQueryable<Variant> Variants(IQueryable<Variant> all, string itemId, string? locale) => all
        .Include(variant => variant.Draft).Include(variant => variant.Published)
        .Where(variant => variant.ItemId == itemId && (locale == null || variant.Locale == locale))
        .OrderBy(variant => variant.Locale);
}
