using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SayNo.Content.Storage;

/// <summary>
/// Begins the transactions that write. SQLite has one writer at a time and lets those who wait take their chance; here the writers of one
/// process queue up, so that none of them waits in vain while others overtake it. PostgreSQL needs no such help.
/// </summary>
public sealed class WriteTurns(CmsDatabase database) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim? _turn = database.Kind == DatabaseKind.Sqlite ? new(1) : null;

    /// <exception cref="CmsDatabaseException">The database is busy, or cannot be used.</exception>
    public async Task<WriteTransaction> BeginAsync(DbContext db, CancellationToken ct)
    {
        if (_turn is not null && !await _turn.WaitAsync(Patience, ct))
        {
            throw new CmsDatabaseException(DatabaseFailure.Busy, $"Other editors have kept the database {database.Name} busy. Try again in a moment.");
        }

        try
        {
            return new(await BeginPatientlyAsync(db, ct), _turn);
        }
        catch
        {
            _turn?.Release();

            throw;
        }
    }

    public void Dispose() => _turn?.Dispose();

    // Another process may be lucky several times in a row: one more wait makes that very unlikely.
    private async Task<IDbContextTransaction> BeginPatientlyAsync(DbContext db, CancellationToken ct)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(ct);
        }
        catch (DbException exception) when (database.Explain(exception) is { Failure: DatabaseFailure.Busy })
        {
            return await BeginAgainAsync(db, ct);
        }
        catch (DbException exception) when (database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<IDbContextTransaction> BeginAgainAsync(DbContext db, CancellationToken ct)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(ct);
        }
        catch (DbException exception) when (database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }
}

/// <summary>A transaction that writes; without a commit nothing has happened.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private SemaphoreSlim? _turn;

    internal WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? turn)
    {
        _transaction = transaction;
        _turn = turn;
    }

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
