using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.Storage;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Admin;

/// <summary>Counts the SQL commands of a site.</summary>
internal sealed class SqlCount : DbCommandInterceptor
{
    private int _commands;

    public int Commands => Volatile.Read(ref _commands);

    /// <summary>Counts for the content and for the accounts.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<CmsDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<AccountsDb>(options => options.AddInterceptors(this));
    }

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
