using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SayNo.Content.Storage;

/// <summary>Where the site's data lives. The Host names the provider; the DbContext of every module can live in the same database.</summary>
public sealed class CmsDatabase
{
    /// <summary>For people: the file, or server and database; never a password.</summary>
    public required string Name { get; init; }

    public required DatabaseKind Kind { get; init; }

    /// <summary>A new closed connection. It never creates a database: one that is missing fails to open.</summary>
    public required Func<DbConnection> Connect { get; init; }

    /// <summary>Sets the provider for a DbContext; the text is the name of the table that says which of its migrations have run.</summary>
    public required Action<DbContextOptionsBuilder, string> Use { get; init; }

    /// <summary>Whether there is anything to open. A server that is down counts as existing.</summary>
    public required Func<bool> Exists { get; init; }

    /// <summary>Makes an empty database where there is none; an existing one is left alone.</summary>
    public required Action Create { get; init; }

    /// <summary>What a failure of the provider means, in one sentence, if it is one that a person can mend.</summary>
    public required Func<DbException, CmsDatabaseException?> Explain { get; init; }

    /// <summary>The same for a failure that EF Core or others have wrapped.</summary>
    public CmsDatabaseException? ExplainAny(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if ((inner as CmsDatabaseException ?? (inner is DbException failure ? Explain(failure) : null)) is { } explained)
            {
                return explained;
            }
        }

        return null;
    }

    /// <summary>An open connection.</summary>
    /// <exception cref="CmsDatabaseException">The database cannot be opened.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = Connect();

        try
        {
            await connection.OpenAsync(ct);
        }
        catch (DbException exception) when (Explain(exception) is { } explained)
        {
            await connection.DisposeAsync();

            throw explained;
        }

        return connection;
    }
}

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
