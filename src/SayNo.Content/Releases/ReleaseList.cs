using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>Finds releases. Whoever may not read all texts of one does not see it.</summary>
public sealed class ReleaseList(CmsDb db)
{
    /// <summary>The most that have ended which are listed.</summary>
    public const int MostEnded = 50;

    /// <summary>What is not over first, the soonest of the planned ones on top, then what has ended, the newest first.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> AllAsync(Editor by, CancellationToken ct)
    {
        var open = await Rows(Readable(by).Where(release => release.State != ReleaseState.Done && release.State != ReleaseState.Dropped))
            .ToListAsync(ct);
        var ended = await Rows(Readable(by).Where(release => release.State == ReleaseState.Done || release.State == ReleaseState.Dropped)
            .OrderByDescending(release => release.EndedAt).ThenByDescending(release => release.Id).Take(MostEnded)).ToListAsync(ct);

        return
        [
            .. open.OrderBy(row => row.State != ReleaseState.Stopped).ThenBy(row => row.DueAt ?? DateTime.MaxValue).ThenByDescending(row => row.Id, StringComparer.Ordinal),
            .. ended,
        ];
    }

    /// <summary>The releases that texts of a scope can still be put into.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> OpenForAsync(IReadOnlyCollection<string> scopes, Editor by, CancellationToken ct)
    {
        var rows = await Rows(Readable(by).Where(release => release.State == ReleaseState.Open || release.State == ReleaseState.Stopped))
            .ToListAsync(ct);

        return
        [
            .. rows.Where(row => row.UndoOf is null && (row.Scope == Scopes.Campaign || scopes.All(scope => scope == row.Scope)))
                .Where(row => Rights.May(by, Right.Edit, row.Scope, Variant.Neutral) || Rights.May(by, Right.Publish, row.Scope, Variant.Neutral))
                .OrderByDescending(row => row.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The releases of a scope that are planned or were stopped, for whoever must look after them.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> PendingAsync(string scope, Editor by, CancellationToken ct) =>
    [
        .. (await Rows(Readable(by).Where(release => release.Scope == scope
                && (release.State == ReleaseState.Planned || release.State == ReleaseState.Stopped))).ToListAsync(ct))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id, StringComparer.Ordinal),
    ];

    private IQueryable<Release> Readable(Editor by)
    {
        var reach = Rights.Reach(by, Right.Read);
        var scopes = reach.Scopes.ToArray();
        var all = db.Releases.AsNoTracking();

        return reach.IsEverywhere ? all : all.Where(release => scopes.Contains(release.Scope) && release.Entries.All(entry => scopes.Contains(entry.Scope)));
    }

    private IQueryable<ReleaseRow> Rows(IQueryable<Release> releases) => releases.Select(release => new ReleaseRow
    {
        Id = release.Id,
        Name = release.Name,
        Scope = release.Scope,
        State = release.State,
        By = release.By,
        CreatedAt = release.CreatedAt,
        DueAt = release.DueAt,
        EndedAt = release.EndedAt,
        EndedBy = release.EndedBy,
        Problem = release.Problem,
        UndoOf = release.UndoOf,
        Texts = release.Entries.Count,
        Changed = release.Entries.Count(entry => entry.Act == ReleaseAct.Publish
            && db.Variants.Any(variant => variant.ItemId == entry.ItemId && variant.Locale == entry.Locale
                && variant.DraftId != entry.VersionId && variant.PublishedId != entry.VersionId)),
    });
}

/// <summary>A release as a list shows it.</summary>
public sealed record ReleaseRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Scope { get; init; }

    public required ReleaseState State { get; init; }

    public required string By { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DueAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    public string? Problem { get; init; }

    public string? UndoOf { get; init; }

    public required int Texts { get; init; }

    /// <summary>How many of its texts somebody has changed since they were put in: they stop it.</summary>
    public required int Changed { get; init; }
}
