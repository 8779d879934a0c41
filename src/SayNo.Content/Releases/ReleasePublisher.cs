using SayNo.Content.Auditing;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>Makes all of a release public in one transaction, with consecutive numbers in the change log, or nothing of it.</summary>
public sealed class ReleasePublisher(
    CmsDb db, ChangeLog log, WriteTurns turns, Rights rights, ReleaseCheck check, AuditLog audit, ScheduleSignal signal, TimeProvider time)
{
    private static readonly Sentence Gone = "The release does not exist any more.";

    /// <summary>What would stop the release if this person published it now; none if there is no such release.</summary>
    public async Task<ReleaseOutlook?> LookAsync(string id, Editor by, CancellationToken ct)
    {
        if (await ReleaseRows.ReadAsync(db, id, ct) is not { } release)
        {
            return null;
        }

        rights.DemandReading(by, release);

        var content = await ReleaseContent.ReadAsync(db, release, isTracked: false, ct);

        return release.State is ReleaseState.Done or ReleaseState.Dropped ? check.OfEnded(content) : await check.OfAsync(content, by, ct);
    }

    /// <summary>Publishes all of it now.</summary>
    /// <param name="id">The release.</param>
    /// <param name="revision">The one that the person has looked at; if it has changed since, nothing is done.</param>
    /// <param name="by">Who does it; it takes the right to publish each of its texts.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public Task<ReleaseResult> PublishAsync(string id, int revision, Editor by, CancellationToken ct) => PublishAsync(id, revision, isDue: false, by, ct);

    /// <summary>Lets it run by itself at a moment to come.</summary>
    public async Task<ReleaseResult> PlanAsync(string id, int revision, DateTime dueUtc, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await LoadAsync(id, by, ct) is not { } content)
        {
            return ReleaseResult.Refused(Gone);
        }

        var now = UtcMoment.Stored(time.GetUtcNow().UtcDateTime);

        if (Against(content.Release, revision) is { } sentence)
        {
            return ReleaseResult.Refused(sentence);
        }

        if (dueUtc <= now)
        {
            return ReleaseResult.Refused("This moment has passed. Choose one to come.", "DueAt");
        }

        if (await check.OfAsync(content, by, ct) is { IsOpen: false } outlook)
        {
            return ReleaseResult.Refused(outlook.All);
        }

        Plan(content, UtcMoment.Stored(dueUtc), by);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.PlanRelease, content.Release, after: new { dueAt = content.Release.DueAt }), by, ct);
        await transaction.CommitAsync(ct);
        signal.Set();

        return ReleaseResult.Done(content.Release);
    }

    /// <summary>Takes the plan back; the release stays as it is.</summary>
    public async Task<ReleaseResult> CallOffAsync(string id, Editor by, CancellationToken ct)
    {
        await using var transaction = await turns.BeginAsync(db, ct);
        db.ChangeTracker.Clear();

        if (await LoadAsync(id, by, ct) is not { Release: { } release })
        {
            return ReleaseResult.Refused(Gone);
        }

        if (release.State != ReleaseState.Planned)
        {
            return ReleaseResult.Refused(release.State == ReleaseState.Done ? "It has happened already." : "It is not planned.");
        }

        var due = release.DueAt;
        (release.State, release.DueAt, release.NextTryAt, release.Problem) = (ReleaseState.Open, null, null, null);
        release.Revision++;
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(db, ReleaseRows.Act(Acts.CallOffRelease, release, before: new { dueAt = due }), by, ct);
        await transaction.CommitAsync(ct);

        return ReleaseResult.Done(release);
    }

    /// <summary>Does what was planned, if it still is: as the person who planned it, who had the right then.</summary>
    internal Task<ReleaseResult> RunAsync(string id, string byId, string by, CancellationToken ct) => PublishAsync(
        id, null, isDue: true, new(byId, by, [new Grant(Role.NationalApprover, Grant.Everywhere, Grant.Everywhere)]), ct);

    private async Task<ReleaseResult> PublishAsync(string id, int? revision, bool isDue, Editor by, CancellationToken ct)
    {
        await using var open = await log.OpenAsync(by, ct);

        if (await LoadAsync(id, by, ct) is not { Release: { } release } content)
        {
            return ReleaseResult.Refused(Gone);
        }

        if ((isDue ? AgainstRunning(release) : Against(release, revision)) is { } sentence)
        {
            return ReleaseResult.Refused(sentence);
        }

        if (await check.OfAsync(content, by, ct) is { IsOpen: false } outlook)
        {
            return ReleaseResult.Refused(outlook.All);
        }

        var acts = content.Texts.Where(text => !text.IsDone).Select(text => Show(text, release, open)).ToList();
        (release.State, release.EndedAt, release.EndedBy, release.Problem) = (ReleaseState.Done, open.At, by.Name, null);
        release.Revision++;
        await ScheduleRows.PublishedAsync(db, release.Entries.Select(entry => entry.AfterId).OfType<string>(), open.At, ct);
        acts.Add(ReleaseRows.Act(Acts.PublishRelease, release, after: new { texts = release.Entries.Count }));
        await open.CommitAllAsync(acts, ct);

        return ReleaseResult.Done(release, open.Count > 0 ? open.Sequence : 0);
    }

    private async Task<ReleaseContent?> LoadAsync(string id, Editor by, CancellationToken ct)
    {
        if (await ReleaseRows.LoadAsync(db, id, ct) is not { } release)
        {
            return null;
        }

        rights.DemandReading(by, release);
        rights.DemandWork(by, release.Scope, Variant.Neutral);
        await ReleaseRows.LockItemsAsync(db, release, ct);
        var content = await ReleaseContent.ReadAsync(db, release, isTracked: true, ct);

        foreach (var text in content.Texts)
        {
            rights.Demand(by, Right.Publish, text.Scope, text.Entry.Locale);
        }

        return content;
    }

    private static Sentence? Against(Release release, int? revision) => release.State switch
    {
        ReleaseState.Done => "The release is public already.",
        ReleaseState.Dropped => "The release was put away.",
        _ when revision != release.Revision => "The release has changed since you looked at it. Look at it again, then decide.",
        _ => null,
    };

    private static Sentence? AgainstRunning(Release release) => release.State == ReleaseState.Planned ? null : "It was called off.";

    private static void Plan(ReleaseContent content, DateTime dueAt, Editor by)
    {
        var release = content.Release;
        (release.State, release.DueAt, release.NextTryAt, release.Attempts) = (ReleaseState.Planned, dueAt, dueAt, 0);
        (release.PlannedById, release.PlannedBy, release.Problem, release.EndedAt) = (by.Id, by.Name, null, null);
        release.Revision++;

        foreach (var text in content.Texts.Where(text => text is { IsDone: false, Entry.Act: ReleaseAct.Publish }))
        {
            text.Variant?.Stage = Stage.Approved;
        }
    }

    /// <summary>Moves the pointers of one text, and says what the audit log will hold of it.</summary>
    private AuditedAct Show(ReleaseText text, Release release, OpenChangeLog open)
    {
        var (item, variant, entry) = (text.Item, text.Variant, text.Entry);

        if (item is null || variant is null)
        {
            throw new InvalidOperationException($"The text {entry.ItemId} of the release {release.Id} was not there when it was published.");
        }

        var (shown, state) = (variant.Published, variant.State);
        entry.BeforeId = shown?.Id;

        if (text.ToShow(open.At, open.By, open.ById) is not { } version)
        {
            variant.Unpublish();
            open.Append(ChangeKind.Unpublished, item, variant.Locale, shown?.Id);

            return VariantAudit.Act(Acts.Unpublish, item, variant.Locale,
                new() { State = state, Version = shown?.Number }, new() { State = VariantState.Draft }, release.Name);
        }

        Point(variant, version, entry.Act, open.At);
        entry.AfterId = version.Id;
        open.Append(ChangeKind.Published, item, variant.Locale, version.Id);
        var (old, now) = VariantAudit.Changed(shown, version);

        return VariantAudit.Act(Acts.Publish, item, variant.Locale, new() { State = state, Version = shown?.Number, Values = old },
            new() { State = VariantState.Published, Version = version.Number, Author = version.Author, Values = now }, release.Name);
    }

    private void Point(Variant variant, ContentVersion version, ReleaseAct act, DateTime at)
    {
        if (act == ReleaseAct.Publish)
        {
            variant.Publish(at);

            return;
        }

        // A draft beside it is somebody's work and stays.
        variant.LastNumber = version.Number;
        version.PublishedAt = at;
        db.Versions.Add(version);
        variant.Published = version;
    }
}
