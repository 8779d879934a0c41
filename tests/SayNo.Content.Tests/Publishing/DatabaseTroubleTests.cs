using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

/// <summary>The database is locked or full while somebody saves: that is told clearly, nothing is half stored, and the next attempt works.</summary>
public sealed class DatabaseTroubleTests() : DeskTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task While_another_program_holds_the_database_a_save_is_refused_as_busy_and_works_later()
    {
        var id = await CreateAsync("Step");
        await using var other = await Site.Database.OpenAsync(None);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");

        var exception = await Record.ExceptionAsync(() => SaveTextAsync(id, "Zahl nicht."));
        await ExecuteAsync(other, "ROLLBACK");

        Assert.Equal(DatabaseFailure.Busy, Site.Database.ExplainAny(exception!)?.Failure);
        Assert.Equal((0, 0), await CountAsync());
        Assert.True((await SaveTextAsync(id, "Zahl nicht.")).IsSaved);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_half_stored_and_it_is_told_so()
    {
        var id = await CreateAsync("Step");
        var full = new FullDisk();
        var node = Site.AddNode(services => services.ConfigureDbContext<CmsDb>(options => options.AddInterceptors(full)));
        var entries = (await AuditAsync()).Count;

        var exception = await Record.ExceptionAsync(() => SaveTextAsync(id, new string('x', 4_000_000), node));

        Assert.Equal(DatabaseFailure.Full, Site.Database.ExplainAny(exception!)?.Failure);
        Assert.True(DatabaseFault.Is(exception));
        Assert.Equal((0, 0), await CountAsync());
        Assert.Equal(entries, (await AuditAsync()).Count);
        full.IsOver = true;
        Assert.True((await SaveTextAsync(id, new string('x', 4_000_000), node)).IsSaved);
    }

    private Task<SaveResult> SaveTextAsync(string id, string title, IServiceProvider? node = null) => Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
        drafts.SaveAsync(new() { ItemId = id, Locale = "de", Values = Values(("Title", title)) }, Ada, None), node);

    private Task<(int Variants, int Versions)> CountAsync() => ReadAsync(async db => (await db.Variants.CountAsync(), await db.Versions.CountAsync()));

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database that may not grow by more than a few pages.</summary>
    private sealed class FullDisk : DbConnectionInterceptor
    {
        public bool IsOver { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(IsOver ? 1_000_000 : 200)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
