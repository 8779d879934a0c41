using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Host.Databases;

/// <summary>The site's database in one SQLite file, which several processes of one machine may share.</summary>
public static class SqliteDatabase
{
    private const int BusySeconds = 5;

    /// <param name="connectionString">Such as <c>Data Source=App_Data/sayno.db</c>.</param>
    public static CmsDatabase Of(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString)
        {
            // A missing file must not come back as an empty one behind the site's back: only Create makes it.
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        };
        var path = Path.GetFullPath(builder.DataSource);
        builder.DataSource = path;
        var file = new SqliteFile(path, builder.ToString());

        return new()
        {
            Name = path,
            Kind = DatabaseKind.Sqlite,
            Connect = () => new WatchedConnection(file),
            Use = (options, historyTable) => options
                .UseSqlite(file.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(historyTable))
                .AddInterceptors(new SqliteOpening(file, BusySeconds)),
            Exists = () => File.Exists(path),
            Create = file.Create,
            Explain = exception => exception is SqliteException sqlite ? Explain(path, sqlite) : null,
        };
    }

    // The numbers are SQLite's result codes.
    private static CmsDatabaseException? Explain(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => new(DatabaseFailure.Busy,
            $"Another program has kept the database {path} busy for {BusySeconds} seconds. Try again in a moment.", exception),
        11 or 26 => new(DatabaseFailure.Damaged,
            $"The file {path} is no SQLite database, or it is damaged; nothing was changed. Restore a backup, or move it away to begin anew.",
            exception),
        13 => new(DatabaseFailure.Full, $"The disk of the database {path} is full. Make room, then try again.", exception),
        14 when !File.Exists(path) => new(DatabaseFailure.Unreachable, $"The database file {path} is missing.", exception),
        3 or 8 or 14 or 23 => new(DatabaseFailure.Refused,
            $"The database {path} cannot be opened for writing. Give this user the right to write the file and its folder.", exception),
        10 => new(DatabaseFailure.Unreachable, $"The database {path} cannot be read: the disk reports an error.", exception),
        _ => null,
    };

    private sealed class WatchedConnection(SqliteFile file) : SqliteConnection(file.ConnectionString)
    {
        public override void Open()
        {
            file.Watch();
            base.Open();
            SqliteOpening.Prepare(this, BusySeconds);
        }
    }
}

/// <summary>The file of an SQLite database: makes it, and notices when it was moved away or replaced.</summary>
internal sealed class SqliteFile(string path, string connectionString)
{
    private long _born = Born(path);

    public string ConnectionString => connectionString;

    /// <summary>Open handles outlive the file they were opened on: let go of them when it is no longer the same one.</summary>
    public void Watch()
    {
        var born = Born(path);

        if (Interlocked.Exchange(ref _born, born) != born)
        {
            using var any = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(any);
        }
    }

    public void Create()
    {
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            var creating = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            using var connection = new SqliteConnection(creating.ToString());
            connection.Open();
            SqliteOpening.Prepare(connection, connection.DefaultTimeout);
            using var command = connection.CreateCommand();

            // With a write-ahead log readers and the writer do not wait for each other; the file remembers it.
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or SqliteException { SqliteErrorCode: 8 or 14 })
        {
            throw new CmsDatabaseException(DatabaseFailure.Refused,
                $"The database {path} cannot be created. Give this user the right to write into that folder, or name another one.", exception);
        }
    }

    private static long Born(string path) => File.Exists(path) ? File.GetCreationTimeUtc(path).Ticks : 0;
}
