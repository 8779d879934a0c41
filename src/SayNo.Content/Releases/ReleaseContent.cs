using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>A release with the texts that it is about, as they are at one moment.</summary>
internal sealed record ReleaseContent(Release Release, IReadOnlyList<ReleaseText> Texts)
{
    private const int AtOnce = 300;

    /// <summary>Reads the texts of a release. It costs a fixed number of SQL commands for each few hundred of them.</summary>
    public static async Task<ReleaseContent> ReadAsync(CmsDb db, Release release, bool isTracked, CancellationToken ct)
    {
        var items = await ItemsAsync(db, release, isTracked, ct);
        var variants = release.Entries.ToDictionary(entry => (entry.ItemId, entry.Locale), entry =>
            items.GetValueOrDefault(entry.ItemId)?.Variants.Find(variant => variant.Locale == entry.Locale));
        var wanted = release.Entries.Select(entry => entry.VersionId)
            .Concat(variants.Values.SelectMany(variant => new[] { variant?.DraftId, variant?.PublishedId })).OfType<string>().Distinct();
        var versions = await VersionsAsync(db, wanted, isTracked, ct);
        var names = items.Values.Select(item => item.Type).Distinct().ToArray();
        var types = (await db.Types.AsNoTracking().Where(type => names.Contains(type.Name)).ToListAsync(ct)).ToDictionary(type => type.Name, type => type.Read());

        foreach (var variant in variants.Values.OfType<Variant>())
        {
            variant.Draft = versions.GetValueOrDefault(variant.DraftId ?? "");
            variant.Published = versions.GetValueOrDefault(variant.PublishedId ?? "");
        }

        return new(release,
        [
            .. InOrder(release.Entries).Select(entry => new ReleaseText(entry)
            {
                Item = items.GetValueOrDefault(entry.ItemId),
                Variant = variants[(entry.ItemId, entry.Locale)],
                Type = types.GetValueOrDefault(items.GetValueOrDefault(entry.ItemId)?.Type ?? ""),
                Version = versions.GetValueOrDefault(entry.VersionId ?? ""),
            }),
        ]);
    }

    // No language can be public without the fields that all share: those come first, and go last.
    private static IEnumerable<ReleaseEntry> InOrder(IEnumerable<ReleaseEntry> entries) => entries
        .OrderBy(entry => entry.Act == ReleaseAct.Unpublish ? entry.Locale.Length == 0 ? 3 : 2 : entry.Locale.Length == 0 ? 0 : 1)
        .ThenBy(entry => entry.Scope, StringComparer.Ordinal).ThenBy(entry => entry.ItemId, StringComparer.Ordinal)
        .ThenBy(entry => entry.Locale, StringComparer.Ordinal);

    private static async Task<Dictionary<string, ContentItem>> ItemsAsync(CmsDb db, Release release, bool isTracked, CancellationToken ct)
    {
        var items = new Dictionary<string, ContentItem>(StringComparer.Ordinal);

        foreach (var some in release.Entries.Select(entry => entry.ItemId).Distinct().Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var query = db.Items.Include(item => item.Variants).Where(item => some.Contains(item.Id));

            foreach (var item in await (isTracked ? query : query.AsNoTracking()).ToListAsync(ct))
            {
                items[item.Id] = item;
            }
        }

        return items;
    }

    private static async Task<Dictionary<string, ContentVersion>> VersionsAsync(CmsDb db, IEnumerable<string> ids, bool isTracked, CancellationToken ct)
    {
        var versions = new Dictionary<string, ContentVersion>(StringComparer.Ordinal);

        foreach (var some in ids.Chunk(AtOnce))
        {
            var query = db.Versions.Where(version => some.Contains(version.Id));

            foreach (var version in await (isTracked ? query : query.AsNoTracking()).ToListAsync(ct))
            {
                versions[version.Id] = version;
            }
        }

        return versions;
    }
}

/// <summary>One text of a release, with what is stored of it.</summary>
internal sealed record ReleaseText(ReleaseEntry Entry)
{
    public ContentItem? Item { get; init; }

    public Variant? Variant { get; init; }

    public ContentType? Type { get; init; }

    /// <summary>The version that was agreed on.</summary>
    public ContentVersion? Version { get; init; }

    /// <summary>Where rights are asked: the owner as it is now, or as it was for an item that was deleted.</summary>
    public string Scope => Item?.Scope ?? Entry.Scope;

    /// <summary>True if it is as the release wants it already.</summary>
    public bool IsDone => Entry.Act == ReleaseAct.Unpublish
        ? Variant is { PublishedId: null }
        : Variant is not null && Entry.VersionId is not null && Variant.PublishedId == Entry.VersionId;

    /// <summary>What would become public: the version itself, or for an older one a new version that says the same.</summary>
    public ContentVersion? ToShow(DateTime at, string author, string authorId) => (Entry.Act, Version, Variant) switch
    {
        (ReleaseAct.Publish, { } version, _) => version,
        (ReleaseAct.Restore, { } old, { } variant) => new()
        {
            Id = ContentId.New(),
            VariantId = variant.Id,
            Number = variant.LastNumber + 1,
            Data = old.Data,
            IsReviewed = old.IsReviewed,
            Author = author,
            AuthorId = authorId,
            BasedOn = old.Id,
            MadeFrom = old.MadeFrom,
            Comment = $"Version {old.Number} again.",
            CreatedAt = at,
        },
        _ => null,
    };
}
