using SayNo.Content.Previewing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>
/// The public picture with one unpublished text in it. What the item needs beside that text and is not public yet comes from its drafts too;
/// everything else is as visitors see it.
/// </summary>
public sealed class PreviewPictures(CmsDb db, PublishedContent published, Rights rights, TimeProvider time)
{
    /// <summary>The picture for an editor.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    /// <param name="typed">What the editor has typed; null for the draft, or without one for what is public.</param>
    /// <param name="by">The editor.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>The preview; none if there is no such item, or nothing to show.</returns>
    public async Task<Preview?> OfAsync(string itemId, string locale, ContentValues? typed, Editor by, CancellationToken ct)
    {
        if (await OneItem.ReadAsync(db, itemId, null, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, locale);

        return Of(item, locale, typed);
    }

    /// <summary>The picture for somebody who knows a preview's token: the newest draft of that text.</summary>
    public async Task<Preview?> OfAsync(OpenedPreview opened, CancellationToken ct) =>
        await OneItem.ReadAsync(db, opened.Link.ItemId, null, ct) is { } item ? Of(item, opened.Link.Locale, null) : null;

    private Preview? Of(ContentItem item, string locale, ContentValues? typed)
    {
        var variant = item.Variants.Find(one => one.Locale == locale) ?? new() { Id = "", ItemId = item.Id, Locale = locale };

        if ((typed is null ? variant.Newest : Version(variant, typed)) is not { } version)
        {
            return null;
        }

        foreach (var other in item.Variants.Where(one => IsNeeded(one, variant)))
        {
            other.Published = other.Draft;
        }

        var picture = PictureAfter.Publishing(published.Public, item, variant, version);

        return picture.Find(item.Id) is { } shown ? new(picture, shown) : null;
    }

    // A translation cannot be seen without the values that all languages share, nor those without any language.
    private static bool IsNeeded(Variant other, Variant shown) =>
        other != shown && other is { Published: null, ArchivedAt: null } && (other.IsNeutral || shown.IsNeutral);

    private ContentVersion Version(Variant variant, ContentValues typed) => new()
    {
        Id = "",
        VariantId = variant.Id,
        Number = variant.LastNumber + 1,
        Data = typed.ToString(),
        IsReviewed = variant.Newest?.IsReviewed ?? true,
        Author = "",
        CreatedAt = time.GetUtcNow().UtcDateTime,
    };
}

/// <summary>A picture with an unpublished text in it, and the item as it stands there.</summary>
public sealed record Preview(Picture Picture, PublishedItem Item);
