using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Storage;
using SayNo.Web.Admin;

namespace SayNo.Media.Library;

/// <summary>Finds the texts that name a file, as drafts or in public.</summary>
public sealed class MediaUses(CmsDb content, ItemTitles titles)
{
    /// <summary>Where a file is used, of all countries: whoever may not read a text is told only that there is one.</summary>
    /// <param name="item">The file.</param>
    /// <param name="reader">The locale that titles are shown in.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Ends the question.</param>
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, string reader, Editor by, CancellationToken ct)
    {
        // Within a query "by" is a word of the language.
        var mayRead = (string scope, string locale) => Rights.May(by, Right.Read, scope, locale);
        var rows = await (
            from variant in Naming(content, item)
            join owner in content.Items.AsNoTracking() on variant.ItemId equals owner.Id
            select new
            {
                Item = owner,
                variant.Locale,
                Draft = variant.Draft == null ? null : variant.Draft.Data,
                Published = variant.Published == null ? null : variant.Published.Data,
            }).ToListAsync(ct);

        return
        [
            .. from row in rows
               let isDraft = row.Draft?.Contains(item.Path, StringComparison.Ordinal) == true
               let isPublic = row.Published?.Contains(item.Path, StringComparison.Ordinal) == true
               let title = mayRead(row.Item.Scope, row.Locale) ? titles.Of(Named(row.Item, row.Locale, row.Draft), reader) : null
               orderby row.Item.Scope, row.Item.Slug, row.Locale
               select new MediaUse(row.Item, row.Locale, title, isDraft, isPublic),
        ];
    }

    /// <summary>Whether any text names a file.</summary>
    public static Task<bool> IsUsedAsync(CmsDb content, MediaItem item, CancellationToken ct) => Naming(content, item).AnyAsync(ct);

    private static NamedItem Named(ContentItem item, string locale, string? draft) => new()
    {
        Id = item.Id,
        Type = item.Type,
        Slug = item.Slug,
        OverrideOf = item.OverrideOf,
        Drafts = draft is null ? new Dictionary<string, ContentValues>() : new() { [locale] = ContentValues.Parse(draft) },
    };

    // A path has a folder that stands nowhere else, so a text that holds it names the file.
    private static IQueryable<Variant> Naming(CmsDb content, MediaItem item) => content.Variants.AsNoTracking().Where(variant =>
        (variant.Draft != null && variant.Draft.Data.Contains(item.Path)) || (variant.Published != null && variant.Published.Data.Contains(item.Path)));
}

/// <summary>A text that names a file.</summary>
/// <param name="Item">What the text belongs to.</param>
/// <param name="Locale">BCP 47 tag, or empty for what is the same in every language.</param>
/// <param name="Title">What it is called; null for whoever may not read it.</param>
/// <param name="IsDraft">Whether its draft names the file.</param>
/// <param name="IsPublic">Whether what is public names it.</param>
public sealed record MediaUse(ContentItem Item, string Locale, ItemTitle? Title, bool IsDraft, bool IsPublic)
{
    public string Path => $"/admin/content/{Item.Id}/{(Locale.Length == 0 ? "neutral" : Locale)}";
}
