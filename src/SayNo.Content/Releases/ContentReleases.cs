using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>Puts releases together: several texts that are to become public in one moment. Nothing of it is public.</summary>
public sealed class ContentReleases(CmsDb db, WriteTurns turns, Rights rights, AuditLog audit, TimeProvider time)
{
    /// <summary>The most texts that one release can hold.</summary>
    public const int Most = 1000;

    private static readonly Sentence Gone = "The release does not exist any more.";

    /// <summary>Begins a release.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="scope"><c>EU</c>, which may hold texts of every owner, or a country.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<ReleaseResult> CreateAsync(string? name, string scope, Editor by, CancellationToken ct)
    {
        rights.DemandWork(by, scope, Variant.Neutral);

        if (AgainstName(name) is { } sentence)
        {
            return ReleaseResult.Refused(sentence, "Name");
        }

        await using var transaction = await BeginAsync(ct);
        var release = db.Releases.Add(New(Clean(name), scope, null, by, Now)).Entity;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.CreateRelease, release), by, ct);
        await transaction.CommitAsync(ct);

        return ReleaseResult.Done(release);
    }

    /// <summary>Puts the newest drafts of some texts into a release; one that is in it already is taken anew.</summary>
    /// <exception cref="RightDeniedException">One of the texts is not theirs; nothing was done.</exception>
    public Task<ReleaseResult> AddAsync(string id, IReadOnlyList<(string ItemId, string Locale)> texts, Editor by, CancellationToken ct) =>
        ChangeAsync(id, by, release => AddAsync(release, texts, by, ct), ct);

    /// <summary>Takes texts out of a release.</summary>
    public Task<ReleaseResult> RemoveAsync(string id, IReadOnlyList<(string ItemId, string Locale)> texts, Editor by, CancellationToken ct) =>
        ChangeAsync(id, by, release => Task.FromResult<IReadOnlyList<Problem>>(Remove(release, texts, by)), ct);

    public Task<ReleaseResult> RenameAsync(string id, string? name, Editor by, CancellationToken ct) => ChangeAsync(id, by, release =>
    {
        var sentence = AgainstName(name);
        release.Name = sentence is null ? Clean(name) : release.Name;

        return Task.FromResult<IReadOnlyList<Problem>>(sentence is null ? [] : [new("Name", sentence)]);
    }, ct);

    /// <summary>Puts a release away; its texts stay drafts.</summary>
    public async Task<ReleaseResult> DropAsync(string id, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await LoadAsync(id, by, ct) is not { } release)
        {
            return ReleaseResult.Refused(Gone);
        }

        if (AgainstChanging(release) is { } sentence)
        {
            return ReleaseResult.Refused(sentence);
        }

        (release.State, release.EndedAt, release.EndedBy) = (ReleaseState.Dropped, Now, by.Name);
        release.Revision++;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.DropRelease, release), by, ct);
        await transaction.CommitAsync(ct);

        return ReleaseResult.Done(release);
    }

    /// <summary>
    /// Prepares a release that takes another one back: what was public before comes back as a new version, and what was not is taken away.
    /// Nothing happens until somebody publishes it.
    /// </summary>
    public async Task<ReleaseResult> PrepareUndoAsync(string id, string name, Editor by, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await LoadAsync(id, by, ct) is not { State: ReleaseState.Done } done)
        {
            return ReleaseResult.Refused("Only a release that is public can be taken back.");
        }

        done.Entries.ForEach(entry => rights.DemandWork(by, entry.Scope, entry.Locale));

        if (await db.Releases.FirstOrDefaultAsync(one => one.UndoOf == id && one.State != ReleaseState.Dropped, ct) is { } known)
        {
            return ReleaseResult.Done(known);
        }

        var undo = db.Releases.Add(New(Short(name), done.Scope, done.Id, by, Now)).Entity;
        undo.Entries.AddRange(done.Entries.Where(entry => entry.BeforeId != entry.AfterId).Select(entry => Back(undo, entry, by)));
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.UndoRelease, undo, after: new { undoOf = done.Id }), by, ct);
        await transaction.CommitAsync(ct);

        return ReleaseResult.Done(undo);
    }

    private DateTime Now => UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

    private static string Clean(string? name) => TextSigns.Clean(name ?? "").ReplaceLineEndings(" ").Trim();

    private static string Short(string name) => Clean(name) is { Length: > Release.LongestName } text ? text[..Release.LongestName] : Clean(name);

    private static Sentence? AgainstName(string? name) => Clean(name).Length switch
    {
        0 => "Give the release a name, so that your colleagues know what it is about.",
        > Release.LongestName => $"The name can have {Release.LongestName} signs at most.",
        _ => null,
    };

    private static Sentence? AgainstChanging(Release release) => release.State switch
    {
        ReleaseState.Planned => "The release is planned. Call the plan off first, then change it.",
        ReleaseState.Done => "The release is public already.",
        ReleaseState.Dropped => "The release was put away.",
        _ => null,
    };

    private static Release New(string name, string scope, string? undoOf, Editor by, DateTime now) => new()
    {
        Id = ContentId.New(),
        Name = name,
        Scope = scope,
        UndoOf = undoOf,
        CreatedAt = now,
        ById = by.Id,
        By = by.Name,
    };

    private ReleaseEntry Back(Release undo, ReleaseEntry entry, Editor by) => new()
    {
        ReleaseId = undo.Id,
        ItemId = entry.ItemId,
        Locale = entry.Locale,
        Scope = entry.Scope,
        Act = entry.BeforeId is null ? ReleaseAct.Unpublish : ReleaseAct.Restore,
        VersionId = entry.BeforeId,
        InsteadOf = entry.AfterId,
        AddedAt = Now,
        AddedById = by.Id,
        AddedBy = by.Name,
    };

    private async Task<WriteTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        return transaction;
    }

    private async Task<Release?> LoadAsync(string id, Editor by, CancellationToken ct)
    {
        if (await ReleaseRows.LoadAsync(db, id, ct) is not { } release)
        {
            return null;
        }

        rights.DemandReading(by, release);
        rights.DemandWork(by, release.Scope, Variant.Neutral);

        return release;
    }

    private async Task<ReleaseResult> ChangeAsync(string id, Editor by, Func<Release, Task<IReadOnlyList<Problem>>> change, CancellationToken ct)
    {
        await using var transaction = await BeginAsync(ct);

        if (await LoadAsync(id, by, ct) is not { } release)
        {
            return ReleaseResult.Refused(Gone);
        }

        if (AgainstChanging(release) is { } sentence)
        {
            return ReleaseResult.Refused(sentence);
        }

        if (await change(release) is { Count: > 0 } problems)
        {
            return ReleaseResult.Refused(problems);
        }

        // What was stopped is looked at anew.
        (release.State, release.Problem, release.DueAt) = (ReleaseState.Open, null, null);
        release.Revision++;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.ChangeRelease, release, after: new { texts = release.Entries.Count }), by, ct);
        await transaction.CommitAsync(ct);

        return ReleaseResult.Done(release);
    }

    private async Task<IReadOnlyList<Problem>> AddAsync(
        Release release, IReadOnlyList<(string ItemId, string Locale)> texts, Editor by, CancellationToken ct)
    {
        var ids = texts.Select(text => text.ItemId).Distinct().ToArray();
        var known = await db.Variants.AsNoTracking().Where(variant => ids.Contains(variant.ItemId))
            .Select(variant => new { variant.ItemId, variant.Locale, variant.DraftId, variant.ArchivedAt, variant.Item!.Scope }).ToListAsync(ct);
        var found = known.Where(variant => texts.Contains((variant.ItemId, variant.Locale))).ToList();
        found.ForEach(variant => rights.DemandWork(by, variant.Scope, variant.Locale));

        if (found.Exists(variant => release.Scope != Scopes.Campaign && variant.Scope != release.Scope))
        {
            return [new("", "A release of a country holds its own texts only. Ask the campaign for one that holds several countries.")];
        }

        var drafts = found.Where(variant => variant is { DraftId: not null, ArchivedAt: null }).ToList();

        if (drafts.Count == 0)
        {
            return [new("", "There is nothing new to publish.")];
        }

        foreach (var draft in drafts)
        {
            var entry = release.Entries.Find(one => one.ItemId == draft.ItemId && one.Locale == draft.Locale);

            if (entry is null)
            {
                release.Entries.Add(Entry(release, draft.ItemId, draft.Locale, draft.Scope, draft.DraftId, by));
                continue;
            }

            (entry.Act, entry.VersionId, entry.InsteadOf) = (ReleaseAct.Publish, draft.DraftId, null);
            (entry.AddedAt, entry.AddedById, entry.AddedBy) = (Now, by.Id, by.Name);
        }

        return release.Entries.Count > Most ? [new("", $"A release can hold {Most} texts at most.")] : [];
    }

    private ReleaseEntry Entry(Release release, string itemId, string locale, string scope, string? versionId, Editor by) => new()
    {
        ReleaseId = release.Id,
        ItemId = itemId,
        Locale = locale,
        Scope = scope,
        Act = ReleaseAct.Publish,
        VersionId = versionId,
        AddedAt = Now,
        AddedById = by.Id,
        AddedBy = by.Name,
    };

    private List<Problem> Remove(Release release, IReadOnlyList<(string ItemId, string Locale)> texts, Editor by)
    {
        var gone = release.Entries.Where(entry => texts.Contains((entry.ItemId, entry.Locale))).ToList();
        gone.ForEach(entry => rights.DemandWork(by, entry.Scope, entry.Locale));
        gone.ForEach(entry => release.Entries.Remove(entry));

        return gone.Count > 0 ? [] : [new("", "These texts are not in the release any more.")];
    }
}
