using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Reviewing;

/// <summary>Lays one text before somebody who decides about it. It costs a fixed number of SQL commands.</summary>
public sealed class ReviewDesk(CmsDb db, PublishedContent published, Rights rights, WorkflowDesk workflows, ItemTitles titles)
{
    /// <summary>The text; none if nothing is written in that locale.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="reader">The locale of the screens.</param>
    /// <param name="here">The screen, as addresses call it.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<OpenedVariant?> OpenAsync(string itemId, string locale, Editor by, string reader, string here, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking().Include(one => one.Variants).SingleOrDefaultAsync(one => one.Id == itemId, ct);

        if (item is null)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        if (item.Variants.Find(one => one.Locale == locale) is not { } variant || !published.Public.Types.TryGetValue(item.Type, out var type))
        {
            return null;
        }

        var texts = await TextsAsync(item, variant, ct);
        variant.Draft = texts.Find(text => text.Id == variant.DraftId);
        variant.Published = texts.Find(text => text.Id == variant.PublishedId);

        return new()
        {
            Item = item,
            Type = type,
            Variant = variant,
            Title = titles.Of(Named(item, texts), reader),
            Workflow = await workflows.OfAsync(item, locale, variant.Newest, by, here, ct),
        };
    }

    private Task<List<ContentVersion>> TextsAsync(ContentItem item, Variant variant, CancellationToken ct)
    {
        var wanted = item.Variants.Select(one => one.DraftId).Append(variant.PublishedId).OfType<string>().ToList();

        return db.Versions.AsNoTracking().Where(one => wanted.Contains(one.Id)).ToListAsync(ct);
    }

    private static NamedItem Named(ContentItem item, List<ContentVersion> texts) => new()
    {
        Id = item.Id,
        Type = item.Type,
        Slug = item.Slug,
        OverrideOf = item.OverrideOf,
        Drafts = item.Variants.Join(texts, one => one.DraftId, text => text.Id, (one, text) => (one.Locale, Values: ContentValues.Parse(text.Data)))
            .ToDictionary(draft => draft.Locale, draft => draft.Values, StringComparer.Ordinal),
    };
}
