using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Reviewing;

/// <summary>Reads the versions of a variant, which are never changed.</summary>
public sealed class ContentHistory(CmsDb db, Rights rights)
{
    /// <summary>All versions without their texts, the newest first; none if there is no such variant.</summary>
    public async Task<IReadOnlyList<PastVersion>> OfAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await FindAsync(itemId, locale, by, ct) is not { } variant)
        {
            return [];
        }

        return await db.Versions.AsNoTracking().Where(version => version.VariantId == variant.Id).OrderByDescending(version => version.Number)
            .Select(version => new PastVersion
            {
                Id = version.Id,
                Number = version.Number,
                Author = version.Author,
                AuthorId = version.AuthorId,
                Comment = version.Comment,
                IsReviewed = version.IsReviewed,
                CreatedAt = version.CreatedAt,
                PublishedAt = version.PublishedAt,
                IsDraft = version.Id == variant.DraftId,
                IsPublished = version.Id == variant.PublishedId,
            }).ToListAsync(ct);
    }

    /// <summary>One version with its text; none if there is none of that number.</summary>
    public async Task<ContentVersion?> VersionAsync(string itemId, string locale, int number, Editor by, CancellationToken ct) =>
        await FindAsync(itemId, locale, by, ct) is { } variant
            ? await db.Versions.AsNoTracking().SingleOrDefaultAsync(version => version.VariantId == variant.Id && version.Number == number, ct)
            : null;

    private async Task<Variant?> FindAsync(string itemId, string locale, Editor by, CancellationToken ct)
    {
        if (await db.Items.Where(item => item.Id == itemId).Select(item => item.Scope).SingleOrDefaultAsync(ct) is not { } scope)
        {
            return null;
        }

        rights.Demand(by, Right.Read, scope, locale);

        return await db.Variants.AsNoTracking().SingleOrDefaultAsync(variant => variant.ItemId == itemId && variant.Locale == locale, ct);
    }
}

/// <summary>One line of a history.</summary>
public sealed record PastVersion
{
    public required string Id { get; init; }

    public required int Number { get; init; }

    public required string Author { get; init; }

    public required string AuthorId { get; init; }

    public string? Comment { get; init; }

    public required bool IsReviewed { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When it became public for the first time; null if it never did.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>True for the one that editors work on.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>True for the one that visitors see.</summary>
    public required bool IsPublished { get; init; }
}
