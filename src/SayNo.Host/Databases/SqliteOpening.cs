using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SayNo.Host.Databases;

/// <summary>Prepares each SQLite connection that EF Core opens.</summary>
internal sealed class SqliteOpening(SqliteFile file, int busySeconds) : DbConnectionInterceptor
{
    /// <summary>SQLite's own way of waiting looks again within milliseconds; the driver's sleeps much longer between two looks.</summary>
    public static void Prepare(DbConnection connection, int busySeconds)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {busySeconds * 1000}";
        command.ExecuteNonQuery();
    }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        file.Watch();

        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        file.Watch();

        return ValueTask.FromResult(result);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection, busySeconds);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection, busySeconds);

        return Task.CompletedTask;
    }
}
