using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Storage;
using SayNo.Host.Databases;
using SayNo.Testing;

namespace SayNo.Content.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("sayno.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(Path, new string('x', 5000));

        var refused = await Assert.ThrowsAsync<CmsDatabaseException>(() => PrepareAsync(Path));

        Assert.Equal(DatabaseFailure.Damaged, refused.Failure);
        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "");

        var refused = await Assert.ThrowsAsync<CmsDatabaseException>(() => PrepareAsync(System.IO.Path.Combine(_folder.File("file"), "sayno.db")));

        Assert.Equal(DatabaseFailure.Refused, refused.Failure);
    }

    [Fact]
    public async Task A_missing_file_is_never_created_behind_the_sites_back()
    {
        var missing = await Assert.ThrowsAsync<CmsDatabaseException>(() => SqliteDatabase.Of($"Data Source={Path}").OpenAsync(default));

        Assert.Equal(DatabaseFailure.Unreachable, missing.Failure);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task A_set_up_that_was_stopped_before_its_first_table_begins_anew()
    {
        await File.WriteAllBytesAsync(Path, []);

        await PrepareAsync(Path);

        Assert.True(new FileInfo(Path).Length > 0);
    }

    [Fact]
    public async Task A_writer_waits_for_another_and_then_says_that_the_database_is_busy()
    {
        await PrepareAsync(Path);
        var database = SqliteDatabase.Of($"Data Source={Path}");
        await using var first = await database.OpenAsync(default);
        await using var second = await database.OpenAsync(default);
        await using var transaction = await first.BeginTransactionAsync();
        var clock = Stopwatch.StartNew();

        var busy = Assert.ThrowsAny<SqliteException>(() => second.BeginTransaction());

        Assert.Equal(DatabaseFailure.Busy, database.Explain(busy)?.Failure);
        Assert.InRange(clock.Elapsed.TotalSeconds, 4.5, 12);
    }

    [Fact]
    public async Task A_file_that_was_replaced_is_noticed()
    {
        await PrepareAsync(Path);
        var database = SqliteDatabase.Of($"Data Source={Path}");
        Assert.Equal(1, await CountAsync(database, "SELECT COUNT(*) FROM ChangeLogHead"));

        File.Move(Path, _folder.File("away.db"));
        var missing = await Assert.ThrowsAsync<CmsDatabaseException>(() => database.OpenAsync(default));
        File.Move(_folder.File("away.db"), Path);

        Assert.Equal(DatabaseFailure.Unreachable, missing.Failure);
        Assert.Equal(1, await CountAsync(database, "SELECT COUNT(*) FROM ChangeLogHead"));
    }

    private static async Task PrepareAsync(string path)
    {
        await using var services = new ServiceCollection().AddLogging().AddContentEngine(SqliteDatabase.Of($"Data Source={path}")).BuildServiceProvider();
        await services.GetRequiredService<CmsSchema>().PrepareAsync(default);
    }

    private static async Task<long> CountAsync(CmsDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        return (long)(await command.ExecuteScalarAsync())!;
    }
}
