using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Creates an item within an open transaction; an override begins with what it replaces.</summary>
internal sealed class ItemCreation(CmsDb db, Editor by, DateTime at)
{
    /// <summary>Why it cannot be created; none if it can.</summary>
    public async Task<Sentence?> AgainstAsync(NewItem wanted, string? overrideOf, CancellationToken ct)
    {
        if (!Scopes.IsValid(wanted.Scope) || !Slugs.IsValid(wanted.Slug))
        {
            return Scopes.IsValid(wanted.Scope)
                ? (Sentence)$"\"{wanted.Slug}\" cannot be part of an address. Use small letters a-z, digits and single hyphens."
                : (Sentence)$"\"{wanted.Scope}\" is no scope. Use EU for the campaign, or a country code of two capital letters.";
        }

        // Writing the type's row makes others wait who create an item of it: of two with one address the second is told so.
        var types = db.Types.Where(type => type.Name == wanted.Type);

        if (await types.ExecuteUpdateAsync(set => set.SetProperty(type => type.Order, type => type.Order), ct) == 0)
        {
            return $"There is no content type {wanted.Type}.";
        }

        if (overrideOf is not null && await db.Items.AnyAsync(item => item.OverrideOf == overrideOf && item.Scope == wanted.Scope, ct))
        {
            return $"{wanted.Scope} already has its own wording of it.";
        }

        return await db.Items.AnyAsync(item => item.Type == wanted.Type && item.Scope == wanted.Scope && item.Slug == wanted.Slug, ct)
            ? (Sentence)$"Another {wanted.Type} of {wanted.Scope} has the address \"{wanted.Slug}\" already. Choose another."
            : null;
    }

    /// <param name="wanted">The item.</param>
    /// <param name="overrideOf">For an override: the id of the campaign's item.</param>
    /// <param name="languages">For an override: the languages to begin with; all of them if there are none.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<ContentItem> AddAsync(NewItem wanted, string? overrideOf, IReadOnlyList<string> languages, CancellationToken ct)
    {
        var item = new ContentItem
        {
            Id = ContentId.New(),
            Type = wanted.Type,
            Scope = wanted.Scope,
            Slug = wanted.Slug,
            Order = wanted.Order,
            OverrideOf = overrideOf,
            CreatedAt = at,
        };
        db.Items.Add(item);

        var texts = overrideOf is null ? [] : await TextsAsync(overrideOf, wanted.Scope, languages, ct);
        var drafts = texts.Select(text => Copy(item, text)).ToList();
        await db.SaveChangesAsync(ct);

        // Variants point to versions and versions to variants: first the rows, then the pointers.
        foreach (var (variant, version) in drafts)
        {
            variant.Draft = version;
        }

        await db.SaveChangesAsync(ct);

        return item;
    }

    /// <summary>What the public reads of the original, as far as the person may write it.</summary>
    private async Task<List<Variant>> TextsAsync(string originalId, string country, IReadOnlyList<string> languages, CancellationToken ct)
    {
        var texts = await db.Variants.AsNoTracking().Include(variant => variant.Published)
            .Where(variant => variant.ItemId == originalId && variant.PublishedId != null)
            .OrderBy(variant => variant.Locale).ToListAsync(ct);

        return
        [
            .. texts.Where(text => text.IsNeutral || languages.Count == 0 || languages.Contains(text.Locale))
                .Where(text => Rights.May(by, Right.Edit, country, text.Locale)),
        ];
    }

    private (Variant Variant, ContentVersion Version) Copy(ContentItem item, Variant text)
    {
        var source = text.Published ?? throw new InvalidOperationException($"Variant {text.Id} is not public.");
        var variant = new Variant { Id = ContentId.New(), ItemId = item.Id, Locale = text.Locale, LastNumber = 1 };
        var version = new ContentVersion
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = 1,
            Data = source.Data,
            IsReviewed = source.IsReviewed,
            Author = by.Name,
            AuthorId = by.Id,
            MadeFrom = SourceMemory.OfCopy(source).ToString(),
            CreatedAt = at,
        };
        db.Variants.Add(variant);
        db.Versions.Add(version);

        return (variant, version);
    }
}
