using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace SayNo.Content.Storage;

/// <summary>A DbContext that lives in the site's database, with the table that says which of its migrations have run.</summary>
/// <param name="ContextType">The DbContext; its migrations are the <see cref="Migration"/> classes of its assembly that name it.</param>
/// <param name="HistoryTable">See <see cref="CmsDatabase.Use"/>.</param>
/// <param name="Create">Makes a context.</param>
public sealed record CmsTables(Type ContextType, string HistoryTable, Func<DbContext> Create)
{
    /// <summary>The ids of all its migrations, in order.</summary>
    public IReadOnlyList<string> Migrations { get; } =
    [
        .. ContextType.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == ContextType)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];
}

/// <summary>Brings the tables of all modules up to date, and refuses a database that this program must not touch.</summary>
public sealed class CmsSchema(CmsDatabase database, IEnumerable<CmsTables> tables)
{
    // Any number will do, as long as nobody else takes it: two nodes of one site must not migrate at the same time.
    private const long PostgreSqlLock = 5_396_121_904;

    private readonly CmsTables[] _tables = [.. tables];

    /// <summary>Creates the database if there is none, and runs the migrations that it lacks: all of them, or none.</summary>
    /// <returns>The ids of the migrations that were run.</returns>
    /// <exception cref="CmsDatabaseException">The database cannot be used; it is left as it was.</exception>
    public async Task<IReadOnlyList<string>> PrepareAsync(CancellationToken ct)
    {
        database.Create();

        try
        {
            if (await IsCurrentAsync(ct))
            {
                return [];
            }

            var ran = new List<string>();

            foreach (var one in _tables)
            {
                ran.AddRange(await MigrateAsync(one, ct));
            }

            return ran;
        }
        catch (DbException exception) when (database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Whether every migration has run. It costs a few reads and no EF Core model, so that a start stays quick.</summary>
    /// <exception cref="CmsDatabaseException">The database is missing, foreign or newer than this program.</exception>
    public async Task<bool> IsCurrentAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);

        try
        {
            var existing = await TablesOfAsync(connection, ct);
            RefuseForeign(existing);
            var isCurrent = true;

            foreach (var one in _tables)
            {
                var applied = existing.Contains(one.HistoryTable) ? await AppliedAsync(connection, one.HistoryTable, ct) : [];
                RefuseNewer(one, applied);
                isCurrent &= one.Migrations.All(applied.Contains);
            }

            return isCurrent;
        }
        catch (DbException exception) when (database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    // EF Core's own Migrate leaves its lock behind on SQLite if the program is killed in the middle, and the next start
    // waits for it for ever. Here everything, the history rows too, is one transaction, which a kill simply undoes.
    private async Task<IReadOnlyList<string>> MigrateAsync(CmsTables one, CancellationToken ct)
    {
        await using var db = one.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (database.Kind == DatabaseKind.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgreSqlLock})", ct);
        }

        var connection = db.Database.GetDbConnection();
        var isNew = !(await TablesOfAsync(connection, ct, transaction)).Contains(one.HistoryTable);
        var applied = isNew ? [] : await AppliedAsync(connection, one.HistoryTable, ct, transaction);
        string[] missing = [.. one.Migrations.Where(id => !applied.Contains(id))];

        foreach (var sql in Script(db, missing, isNew))
        {
            await using var command = Command(connection, sql, transaction);
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);

        return missing;
    }

    private static IEnumerable<string> Script(DbContext db, IEnumerable<string> migrations, bool isNew)
    {
        var history = db.GetService<IHistoryRepository>();
        var found = db.GetService<IMigrationsAssembly>();
        var provider = db.Database.ProviderName ?? throw new InvalidOperationException("The database has no provider.");

        if (isNew)
        {
            yield return history.GetCreateScript();
        }

        foreach (var id in migrations)
        {
            var migration = found.CreateMigration(found.Migrations[id], provider);

            foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations))
            {
                yield return command.CommandText;
            }

            yield return history.GetInsertScript(new(id, ProductInfo.GetVersion()));
        }
    }

    private void RefuseForeign(HashSet<string> existing)
    {
        if (existing.Count > 0 && !_tables.Any(one => existing.Contains(one.HistoryTable)))
        {
            throw new CmsDatabaseException(DatabaseFailure.Foreign, string.Create(CultureInfo.InvariantCulture,
                $"The database {database.Name} holds {existing.Count} tables of another program and was left alone. Name an empty one."));
        }
    }

    private void RefuseNewer(CmsTables one, HashSet<string> applied)
    {
        if (applied.Except(one.Migrations).Order(StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new CmsDatabaseException(DatabaseFailure.Newer,
                $"The database {database.Name} was written by a newer version of this program (it has {unknown}). "
                + "Start that version, or restore an older backup.");
        }
    }

    private async Task<HashSet<string>> TablesOfAsync(DbConnection connection, CancellationToken ct, IDbContextTransaction? transaction = null)
    {
        var sql = database.Kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";

        return await ColumnAsync(connection, sql, transaction, ct);
    }

    private static Task<HashSet<string>> AppliedAsync(
        DbConnection connection, string historyTable, CancellationToken ct, IDbContextTransaction? transaction = null) =>
        ColumnAsync(connection, $"""SELECT "MigrationId" FROM "{historyTable}" """, transaction, ct);

    private static async Task<HashSet<string>> ColumnAsync(
        DbConnection connection, string sql, IDbContextTransaction? transaction, CancellationToken ct)
    {
        await using var command = Command(connection, sql, transaction);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var values = new HashSet<string>(StringComparer.Ordinal);

        while (await reader.ReadAsync(ct))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static DbCommand Command(DbConnection connection, string sql, IDbContextTransaction? transaction)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction?.GetDbTransaction();

        return command;
    }
}
