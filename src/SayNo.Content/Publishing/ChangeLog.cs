using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>The append-only log that everything public follows. Whoever appends holds its head until the end of the transaction.</summary>
public sealed class ChangeLog(
    CmsDb db, CmsDatabase database, WriteTurns turns, ChangeSignal signal, AuditLog audit, TimeProvider time)
{
    /// <summary>The channel on which PostgreSQL tells the other nodes that there are new changes.</summary>
    public const string Channel = "sayno_changes";

    /// <summary>Begins the one transaction in which state and log change together, and waits for its turn.</summary>
    public async Task<OpenChangeLog> OpenAsync(Editor by, CancellationToken ct)
    {
        var transaction = await turns.BeginAsync(db, ct);

        // What was read before the lock may be old by now.
        db.ChangeTracker.Clear();

        try
        {
            // A database sequence would number the rows before they are visible, and readers would miss some: the head row
            // is locked by writing it, so that numbers become visible in their order, without gaps.
            await db.ChangeLogHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence), ct);
            var sequence = await db.ChangeLogHead.Select(head => head.Sequence).SingleAsync(ct);

            return new(this, transaction, sequence, UtcMoment.Stored(time.GetUtcNow().UtcDateTime), by);
        }
        catch
        {
            await transaction.DisposeAsync();

            throw;
        }
    }

    internal async Task CommitAsync(WriteTransaction transaction, IReadOnlyList<Change> changes, IReadOnlyList<AuditedAct> acts, Editor by, CancellationToken ct)
    {
        if (changes.Count > 0)
        {
            db.Changes.AddRange(changes);
            await db.ChangeLogHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, changes[^1].Sequence), ct);
        }

        await db.SaveChangesAsync(ct);

        if (acts.Count > 0)
        {
            await audit.RecordAllAsync(db, acts, by, ct);
        }

        if (changes.Count > 0 && database.Kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", ct);
        }

        await transaction.CommitAsync(ct);

        if (changes.Count > 0)
        {
            signal.Set();
        }
    }
}

/// <summary>The change log while somebody appends to it; without a commit nothing has happened.</summary>
public sealed class OpenChangeLog : IAsyncDisposable
{
    private readonly ChangeLog _log;
    private readonly WriteTransaction _transaction;
    private readonly Editor _by;
    private readonly List<Change> _changes = [];
    private readonly long _start;

    internal OpenChangeLog(ChangeLog log, WriteTransaction transaction, long sequence, DateTime at, Editor by)
    {
        _log = log;
        _transaction = transaction;
        _start = sequence;
        _by = by;
        At = at;
    }

    /// <summary>The moment of all its changes, UTC.</summary>
    public DateTime At { get; }

    /// <summary>Whoever acts, as the log names them.</summary>
    public string By => _by.Name;

    public string ById => _by.Id;

    /// <summary>The number of the last change.</summary>
    public long Sequence => _start + _changes.Count;

    public int Count => _changes.Count;

    public void Append(ChangeKind kind, ContentItem item, string locale, string? versionId = null) =>
        Append(kind, item.Id, item.Type, item.Scope, locale, versionId);

    /// <summary>A content type or, with an empty name, the settings are no longer what they were.</summary>
    public void AppendDefined(string type) => Append(ChangeKind.Defined, "", type, "", Variant.Neutral, null);

    /// <summary>Makes state, changes and audit entry stand together.</summary>
    /// <param name="act">What was done; none if nothing was.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public Task CommitAsync(AuditedAct? act, CancellationToken ct) => CommitAllAsync(act is null ? [] : [act], ct);

    /// <summary>The same for many acts that stand or fall together.</summary>
    public Task CommitAllAsync(IReadOnlyList<AuditedAct> acts, CancellationToken ct) => _log.CommitAsync(_transaction, _changes, acts, _by, ct);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private void Append(ChangeKind kind, string itemId, string type, string scope, string locale, string? versionId) => _changes.Add(new()
    {
        Sequence = Sequence + 1,
        Kind = kind,
        ItemId = itemId,
        Type = type,
        Scope = scope,
        Locale = locale,
        VersionId = versionId,
        At = At,
        By = _by.Name,
    });
}
