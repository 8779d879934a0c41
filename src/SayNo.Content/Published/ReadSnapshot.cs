using System.Data;
using System.Data.Common;
using SayNo.Content.Storage;

namespace SayNo.Content.Published;

/// <summary>The database at one moment: all its reads agree with each other, whatever is published meanwhile.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private const int IdsAtOnce = 500;

    private const string PublishedItems = """
        SELECT i."Id", i."Type", i."Scope", i."Slug", i."Order", i."OverrideOf",
          v."Locale", n."Id", n."Number", n."Data", n."IsReviewed", n."PublishedAt"
        FROM "Items" i JOIN "Variants" v ON v."ItemId" = i."Id" JOIN "Versions" n ON n."Id" = v."PublishedId"
        """;

    private readonly DbConnection _connection;

    private ReadSnapshot(DbConnection connection) => _connection = connection;

    /// <summary>Begins a transaction that only reads. ADO.NET's own would take SQLite's write lock.</summary>
    public static async Task<ReadSnapshot> BeginAsync(DbConnection connection, DatabaseKind kind, CancellationToken ct)
    {
        var snapshot = new ReadSnapshot(connection);
        await snapshot.RunAsync(kind == DatabaseKind.Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);

        return snapshot;
    }

    /// <summary>The last number of the change log, and whether the change of that number was made at that moment: else it is another log.</summary>
    public async Task<(long Head, bool Follows)> HeadAsync(long sequence, DateTime at, CancellationToken ct)
    {
        await using var command = Command(
            """SELECT h."Sequence", c."At" FROM "ChangeLogHead" h LEFT JOIN "Changes" c ON c."Sequence" = @p0""", sequence);
        await using var reader = await command.ExecuteReaderAsync(ct);

        if (!await reader.ReadAsync(ct))
        {
            throw new CmsDatabaseException(DatabaseFailure.Damaged, "The database has lost the head of its change log. Restore a backup.");
        }

        return (reader.GetInt64(0), !reader.IsDBNull(1) && Utc(reader, 1) == at);
    }

    public async Task<DateTime> AtAsync(long sequence, CancellationToken ct) =>
        (await ListAsync("""SELECT "At" FROM "Changes" WHERE "Sequence" = @p0""", reader => Utc(reader, 0), ct, sequence))
        .FirstOrDefault(DateTime.UnixEpoch);

    public Task<List<(long Sequence, ChangeKind Kind, string ItemId, DateTime At)>> ChangesAsync(long after, CancellationToken ct) => ListAsync(
        """SELECT "Sequence", "Kind", "ItemId", "At" FROM "Changes" WHERE "Sequence" > @p0 ORDER BY "Sequence" """,
        reader => (reader.GetInt64(0), (ChangeKind)reader.GetInt32(1), reader.GetString(2), Utc(reader, 3)), ct, after);

    public async Task<IEnumerable<ContentType>> TypesAsync(CancellationToken ct) => await ListAsync(
        """SELECT "Name", "Definition", "Order" FROM "Types" ORDER BY "Order", "Name" """,
        reader => new StoredType { Name = reader.GetString(0), Definition = reader.GetString(1), Order = reader.GetInt32(2) }.Read(), ct);

    public async Task<SiteSettings> SettingsAsync(CancellationToken ct)
    {
        var settings = await ListAsync("""SELECT "Name", "Value" FROM "Settings" """,
            reader => new StoredSetting { Name = reader.GetString(0), Value = reader.GetString(1) }, ct);

        return new(settings.ToDictionary(setting => setting.Name, setting => setting.Read()));
    }

    /// <summary>The items that are public, by id.</summary>
    /// <param name="ids">Only these; all if null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Dictionary<string, PublishedItem>> ItemsAsync(IReadOnlyCollection<string>? ids, CancellationToken ct)
    {
        var items = new PublishedItems();

        if (ids is null)
        {
            await AddAsync(items, PublishedItems, [], ct);
        }

        foreach (var some in (ids ?? []).Chunk(IdsAtOnce))
        {
            var names = string.Join(", ", some.Select((_, index) => "@p" + index));
            await AddAsync(items, $"""{PublishedItems} WHERE i."Id" IN ({names})""", some, ct);
        }

        return items.ToDictionary();
    }

    public async ValueTask DisposeAsync()
    {
        // The connection goes back to a pool: an open transaction must not go with it.
        if (_connection.State == ConnectionState.Open)
        {
            await RunAsync("ROLLBACK", CancellationToken.None);
        }
    }

    private async Task AddAsync(PublishedItems items, string sql, object[] parameters, CancellationToken ct)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);

        while (await reader.ReadAsync(ct))
        {
            var item = items.Add(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetString(5));
            items.Add(item, reader.GetString(6), new()
            {
                Id = reader.GetString(7),
                Number = reader.GetInt32(8),
                Values = ContentValues.Parse(reader.GetString(9)),
                IsReviewed = reader.GetBoolean(10),
                PublishedAt = reader.IsDBNull(11) ? DateTime.UnixEpoch : Utc(reader, 11),
            });
        }
    }

    private async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var list = new List<T>();

        while (await reader.ReadAsync(ct))
        {
            list.Add(read(reader));
        }

        return list;
    }

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private DbCommand Command(string sql, params object[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;

        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = parameters[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static DateTime Utc(DbDataReader reader, int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
}
