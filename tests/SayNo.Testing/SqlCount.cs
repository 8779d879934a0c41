using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SayNo.Testing;

/// <summary>Counts the SQL commands of a site.</summary>
public sealed class SqlCount : DbCommandInterceptor
{
    private int _commands;

    public int Commands => Volatile.Read(ref _commands);

    /// <summary>Counts what contexts of one kind send: <c>services.ConfigureDbContext&lt;CmsDb&gt;(count.AddTo)</c>.</summary>
    public void AddTo(DbContextOptionsBuilder options) => options.AddInterceptors(this);

    /// <summary>How many commands something costs.</summary>
    public async Task<int> OfAsync(Func<Task> act)
    {
        var before = Commands;
        await act();

        return Commands - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);

        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);

        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commands);

        return ValueTask.FromResult(result);
    }
}
