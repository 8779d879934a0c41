using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Content.Tests.Storage;

public sealed class CmsSchemaOnSqliteTests() : CmsSchemaTests(DatabaseKind.Sqlite);

public sealed class CmsSchemaOnPostgreSqlTests() : CmsSchemaTests(DatabaseKind.PostgreSql);

public abstract class CmsSchemaTests(DatabaseKind kind) : IAsyncLifetime
{
    private TestSite _site = null!;

    private CmsSchema Schema => _site.Services.GetRequiredService<CmsSchema>();

    public async Task InitializeAsync() => _site = await TestSite.CreateEmptyAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task An_empty_database_gets_every_table_and_a_second_start_finds_nothing_to_do()
    {
        var first = await Schema.PrepareAsync(default);
        var second = await Schema.PrepareAsync(default);

        Assert.NotEmpty(first);
        Assert.Empty(second);
        Assert.True(await Schema.IsCurrentAsync(default));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _site.AddNode().GetRequiredService<CmsSchema>().PrepareAsync(default))));

        Assert.Equal("1", await ScalarAsync("""SELECT COUNT(*) FROM "ChangeLogHead" """));
    }

    [Fact]
    public async Task The_database_itself_refuses_what_must_never_be()
    {
        await Schema.PrepareAsync(default);
        await RunAsync("""INSERT INTO "Items" ("Id", "Type", "Scope", "Slug", "Order", "CreatedAt") VALUES ('a', 'Step', 'EU', 'one', 0, '2026-11-22 00:00:00')""");
        await RunAsync("""INSERT INTO "Variants" ("Id", "ItemId", "Locale", "LastNumber") VALUES ('v', 'a', 'en', 0)""");

        foreach (var wrong in new[]
        {
            """INSERT INTO "Items" ("Id", "Type", "Scope", "Slug", "Order", "CreatedAt") VALUES ('b', 'Step', 'EU', 'one', 0, '2026-11-22 00:00:00')""",
            """INSERT INTO "Variants" ("Id", "ItemId", "Locale", "LastNumber") VALUES ('w', 'a', 'en', 0)""",
            """INSERT INTO "Variants" ("Id", "ItemId", "Locale", "LastNumber") VALUES ('w', 'nothing', 'de', 0)""",
            """UPDATE "Variants" SET "PublishedId" = 'nothing'""",
        })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(wrong));
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await Schema.PrepareAsync(default);
        await RunAsync($"""INSERT INTO "{CmsDb.HistoryTable}" ("MigrationId", "ProductVersion") VALUES ('29991231_Future', '99')""");

        var refused = await Assert.ThrowsAsync<CmsDatabaseException>(() => Schema.PrepareAsync(default));

        Assert.Equal(DatabaseFailure.Newer, refused.Failure);
        Assert.Contains("29991231_Future", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        _site.Database.Create();
        await RunAsync("CREATE TABLE accounts (name text)");

        var refused = await Assert.ThrowsAsync<CmsDatabaseException>(() => Schema.PrepareAsync(default));

        Assert.Equal(DatabaseFailure.Foreign, refused.Failure);
        Assert.Equal("0", await ScalarAsync("SELECT COUNT(*) FROM accounts"));
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await _site.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var connection = await _site.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
