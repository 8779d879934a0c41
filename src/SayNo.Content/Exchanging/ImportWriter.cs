using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Exchanging;

/// <summary>Writes the drafts of an import within its transaction.</summary>
internal sealed class ImportWriter(CmsDb db, Origins origins, Editor by, string file, DateTime at)
{
    private readonly List<(Variant Variant, ContentVersion Version)> _drafts = [];

    public async Task AddAsync(PlannedItem planned, ContentItem? stored, IReadOnlyList<WantedText> texts, CancellationToken ct)
    {
        var item = stored ?? db.Items.Add(new()
        {
            Id = planned.Id,
            Type = planned.Row.Type.Name,
            Scope = planned.Row.Scope,
            Slug = planned.Row.Slug,
            Order = planned.Row.Order,
            OverrideOf = planned.Row.OverrideOf,
            CreatedAt = at,
        }).Entity;

        foreach (var text in texts)
        {
            await AddAsync(item, text, ct);
        }
    }

    /// <summary>Writes what was added. Variants point to versions and versions to variants: first the rows, then the pointers.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);

        foreach (var (variant, version) in _drafts)
        {
            variant.Draft = version;
            variant.Stage = Stage.Draft;
        }

        await db.SaveChangesAsync(ct);
        _drafts.Clear();
        db.ChangeTracker.Clear();
    }

    private async Task AddAsync(ContentItem item, WantedText text, CancellationToken ct)
    {
        var newest = text.Variant?.Newest;
        var madeFrom = newest is null ? null : await MadeFromAsync(item, text, newest, ct);
        var variant = text.Variant
            ?? db.Variants.Add(new() { Id = text.Planned.Id, ItemId = item.Id, Locale = text.Planned.Locale }).Entity;
        var version = db.Versions.Add(new()
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = ++variant.LastNumber,
            Data = text.Version.Values.ToString(),
            IsReviewed = text.Version.IsReviewed,
            Author = by.Name,
            AuthorId = by.Id,
            BasedOn = newest?.Id,
            MadeFrom = madeFrom?.ToString(),
            Comment = text.Version.Comment ?? $"Imported from {file}.",
            CreatedAt = newest is null ? WrittenAt(text.Version) : at,
        }).Entity;
        _drafts.Add((variant, version));
    }

    /// <summary>A file is as old as it is: its text follows the source no further than the text that it replaces.</summary>
    private async Task<MadeFrom?> MadeFromAsync(ContentItem item, WantedText text, ContentVersion newest, CancellationToken ct) =>
        await origins.OfVersionAsync(item, text.Planned.Locale, newest, ct) is { } remembered
            ? SourceMemory.Follow(remembered, SegmentedVersion.Of(newest), new(text.Version.Values))
            : null;

    // A first text was made from what was public when it was written, which need not be now.
    private DateTime WrittenAt(PlannedVersion version) => version.CreatedAt is { } written && written < at ? UtcMoment.Stored(written) : at;
}
