using Microsoft.EntityFrameworkCore;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Media.Files;
using SayNo.Media.Storage;

namespace SayNo.Media.Library;

/// <summary>Finds files that somebody may see: the campaign's, and those of their own country.</summary>
public sealed class MediaList(MediaDb db, Rights rights)
{
    public const int PageSize = 48;

    /// <summary>One page of the files, the newest first.</summary>
    public async Task<FoundMedia> FindAsync(MediaFilter filter, Editor by, CancellationToken ct)
    {
        var reach = Rights.Reach(by, Right.Read);
        var scopes = reach.Scopes.ToArray();
        var all = db.Media.AsNoTracking()
            .Where(item => reach.IsEverywhere || scopes.Contains(item.Scope))
            .Where(item => filter.Scope == null || item.Scope == filter.Scope);
        var some = filter.Group switch
        {
            MediaGroup.Pictures => all.Where(item => item.Kind == FileKind.Jpeg || item.Kind == FileKind.Png || item.Kind == FileKind.WebP),
            MediaGroup.Films => all.Where(item => item.Kind == FileKind.Mp4 || item.Kind == FileKind.WebM),
            MediaGroup.Captions => all.Where(item => item.Kind == FileKind.Captions),
            _ => all,
        };

        // Names are compared without their accents, which databases do each in their own way.
        var words = Folded.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (await some.ToListAsync(ct)).Where(item => IsFound(item, words)).OrderByDescending(item => item.AddedAt).ThenBy(item => item.Id).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Min(filter.Page, pages);

        return new([.. found.Skip((page - 1) * PageSize).Take(PageSize)], found.Count, page, pages);
    }

    /// <summary>One file; none if there is none of that id.</summary>
    /// <exception cref="RightDeniedException">It belongs to others.</exception>
    public async Task<MediaItem?> FindAsync(string id, Editor by, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } item)
        {
            return null;
        }

        rights.Demand(by, Right.Read, item.Scope, Variant.Neutral);

        return item;
    }

    /// <summary>The file that a path of the media folder names; none if it is none of the library's, or belongs to others.</summary>
    public async Task<MediaItem?> OfPathAsync(string path, Editor by, CancellationToken ct) =>
        await db.Media.AsNoTracking().SingleOrDefaultAsync(one => one.Path == path, ct) is { } item && Rights.May(by, Right.Read, item.Scope, Variant.Neutral)
            ? item
            : null;

    private static bool IsFound(MediaItem item, string[] words)
    {
        var name = words.Length == 0 ? "" : Folded.Of(item.Name);

        return Array.TrueForAll(words, word => name.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>One page of a list of files.</summary>
public sealed record FoundMedia(IReadOnlyList<MediaItem> Items, int Total, int Page, int Pages);
