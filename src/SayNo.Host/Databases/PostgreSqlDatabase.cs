using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SayNo.Content.Storage;

namespace SayNo.Host.Databases;

/// <summary>The site's database on a PostgreSQL server, which several nodes may share.</summary>
public static class PostgreSqlDatabase
{
    /// <param name="connectionString">Such as <c>Host=db;Database=sayno;Username=sayno;Password=...</c>.</param>
    public static CmsDatabase Of(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = 5 };
        builder.ApplicationName ??= "SayNo";

        // Whoever waits longer than this for another editor's transaction is told so, as on SQLite.
        builder.Options ??= "-c lock_timeout=5s";
        var text = builder.ToString();
        var name = $"{builder.Database} on {builder.Host}";

        return new()
        {
            Name = name,
            Kind = DatabaseKind.PostgreSql,
            Connect = () => new NpgsqlConnection(text),
            Use = (options, historyTable) => options.UseNpgsql(text, npgsql => npgsql.MigrationsHistoryTable(historyTable)),
            Exists = () => true,
            Create = () => { },
            Explain = exception => Explain(name, exception),
        };
    }

    private static CmsDatabaseException? Explain(string name, DbException exception) => exception switch
    {
        PostgresException { SqlState: "3D000" } => new(DatabaseFailure.Unreachable,
            $"The server has no database {name}. Create it with createdb, or correct the connection string.", exception),
        PostgresException { SqlState: ['2', '8', ..] or "42501" } => new(DatabaseFailure.Refused,
            $"The server does not let this user into the database {name}. Check user name, password and rights.", exception),
        PostgresException { SqlState: "53100" } => new(DatabaseFailure.Full,
            $"The disk of the database {name} is full. Make room, then try again.", exception),
        PostgresException { SqlState: "55P03" or "40P01" or "53300" } => new(DatabaseFailure.Busy,
            $"The database {name} is busy. Try again in a moment.", exception),
        PostgresException { SqlState: ['X', 'X', ..] } => new(DatabaseFailure.Damaged,
            $"The database {name} reports damage: {exception.Message} Restore a backup.", exception),
        PostgresException { SqlState: ['0', '8', ..] or ['5', '7', ..] or "25006" } => Unreachable(name, exception),
        PostgresException => null,
        NpgsqlException => Unreachable(name, exception),
        _ => null,
    };

    private static CmsDatabaseException Unreachable(string name, DbException exception) =>
        new(DatabaseFailure.Unreachable, $"The database {name} does not answer. Check that the server runs and can be reached.", exception);
}
