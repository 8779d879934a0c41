using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Tests.Publishing;

namespace SayNo.Content.Tests.Auditing;

public sealed class AuditTrailOnSqliteTests() : AuditTrailTests(DatabaseKind.Sqlite);

public sealed class AuditTrailOnPostgreSqlTests() : AuditTrailTests(DatabaseKind.PostgreSql);

/// <summary>Rule 10: the log says who did what, and shows when somebody with the database in their hands has changed it.</summary>
public abstract class AuditTrailTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task A_log_that_nobody_touched_is_whole()
    {
        await FillAsync();

        var verdict = await VerifyAsync();

        Assert.True(verdict.IsWhole);
        Assert.Equal((await AuditAsync())[^1].Hash, verdict.Hash);
        Assert.Equal((await AuditAsync()).Count, verdict.Entries);
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Actor" = 'Nobody' WHERE "Sequence" = 3""", 3, AuditFaultKind.Changed)]
    [InlineData("""UPDATE "AuditEntries" SET "After" = NULL WHERE "Sequence" = 3""", 3, AuditFaultKind.Changed)]
    [InlineData("""UPDATE "AuditEntries" SET "Hash" = 'ab' WHERE "Sequence" = 1""", 1, AuditFaultKind.Changed)]
    [InlineData("""UPDATE "AuditEntries" SET "IsRefused" = NOT "IsRefused" WHERE "Sequence" = 2""", 2, AuditFaultKind.Changed)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 1""", 1, AuditFaultKind.Missing)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" IN (3, 4)""", 3, AuditFaultKind.Missing)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" > 4""", 5, AuditFaultKind.Missing)]
    [InlineData("""UPDATE "AuditHead" SET "Hash" = 'ab'""", 6, AuditFaultKind.Changed)]
    public async Task Whatever_was_done_to_it_the_first_bad_entry_is_found(string sql, long sequence, AuditFaultKind what)
    {
        await FillAsync();
        await ExecuteAsync(sql);

        var verdict = await VerifyAsync();

        Assert.Equal(new AuditFault(sequence, what), verdict.Fault);
        Assert.Equal(what == AuditFaultKind.Changed && sequence == 6 ? 6 : sequence - 1, verdict.Entries);
        Assert.Contains($"Entry {sequence}", verdict.Fault!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_in_another_order_are_told_from_changed_ones()
    {
        await FillAsync();

        foreach (var (from, to) in new[] { (2, 99), (4, 2), (99, 4) })
        {
            await ExecuteAsync($"""UPDATE "AuditEntries" SET "Sequence" = {to} WHERE "Sequence" = {from}""");
        }

        Assert.Equal(new AuditFault(2, AuditFaultKind.Reordered), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Whoever_rewrites_the_whole_chain_is_found_by_the_hash_that_was_kept_elsewhere()
    {
        await FillAsync();
        var kept = (await VerifyAsync()).Hash;
        var entries = await AuditAsync();
        var previous = "";

        foreach (var entry in entries.Select(entry => entry with { Actor = "Nobody" }))
        {
            previous = AuditLog.HashOf(entry, previous);
            await ExecuteAsync($"""UPDATE "AuditEntries" SET "Actor" = 'Nobody', "Hash" = '{previous}' WHERE "Sequence" = {entry.Sequence}""");
        }

        await ExecuteAsync($"""UPDATE "AuditHead" SET "Hash" = '{previous}'""");

        var verdict = await VerifyAsync();
        Assert.True(verdict.IsWhole);
        Assert.NotEqual(kept, verdict.Hash);
    }

    [Fact]
    public async Task It_is_read_in_pages_and_by_who_what_where_and_when()
    {
        var id = await FillAsync();
        var middle = (await AuditAsync())[3];

        var newest = await ReadAsync(new AuditFilter { Size = 2 });
        var older = await ReadAsync(new AuditFilter { Size = 2, Before = newest.Entries[^1].Sequence });

        Assert.Equal([6L, 5L], newest.Entries.Select(entry => entry.Sequence));
        Assert.True(newest.HasMore);
        Assert.Equal([4L, 3L], older.Entries.Select(entry => entry.Sequence));
        Assert.Equal([Acts.Publish], (await ReadAsync(new AuditFilter { Actor = "Ber" })).Entries.Select(entry => entry.Act));
        Assert.Equal(5, (await ReadAsync(new AuditFilter { Act = "content.", Scope = "DE" })).Entries.Count);
        Assert.Equal(2, (await ReadAsync(new AuditFilter { Act = Acts.Save, Target = id, Locale = "" })).Entries.Count);
        Assert.Empty((await ReadAsync(new AuditFilter { IsRefused = true })).Entries);
        Assert.Contains(await EntriesAsync(new AuditFilter { From = middle.At }), entry => entry.Sequence == middle.Sequence);
        Assert.DoesNotContain(await EntriesAsync(new AuditFilter { Until = middle.At }), entry => entry.Sequence == middle.Sequence);
    }

    [Fact]
    public async Task It_is_handed_out_line_by_line_so_that_anybody_can_prove_it()
    {
        await FillAsync();
        using var output = new MemoryStream();

        var count = await Site.WithAsync<AuditTrail, long>(trail => trail.ExportAsync(output, Auditor, None));

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal((7, 7), (count, lines.Count));
        Assert.Equal(Acts.ReadAudit, lines[^1].GetProperty("act").GetString());
        var previous = "";

        foreach (var line in lines)
        {
            var entry = Entry(line);
            Assert.Equal(entry.Hash, AuditLog.HashOf(entry, previous));
            previous = entry.Hash;
        }
    }

    [Fact]
    public async Task Only_those_with_the_right_read_it()
    {
        await Assert.ThrowsAsync<RightDeniedException>(() => ReadAsync(new(), Bert));
        await Assert.ThrowsAsync<RightDeniedException>(() => Site.WithAsync<AuditTrail, AuditVerdict>(trail => trail.VerifyAsync(Lead, None)));
        await Assert.ThrowsAsync<RightDeniedException>(() => Site.WithAsync<AuditTrail, long>(trail => trail.ExportAsync(Stream.Null, Ada, None)));
    }

    /// <summary>Six entries: the types, an item, three saves and a publication.</summary>
    private async Task<string> FillAsync()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "", Ada, ("Organisation", "Police"));
        await SaveAsync(id, "", Ada, ("Organisation", "The Police"));
        await SaveAsync(id, "de", Ada, ("HoursNote", "abends"));
        await PublishAsync(id, "", Bert);
        Assert.Equal(6, (await AuditAsync()).Count);

        return id;
    }

    private Task<AuditVerdict> VerifyAsync() => Site.WithAsync<AuditTrail, AuditVerdict>(trail => trail.VerifyAsync(Auditor, None));

    private Task<AuditPage> ReadAsync(AuditFilter filter, Editor? by = null) =>
        Site.WithAsync<AuditTrail, AuditPage>(trail => trail.ReadAsync(filter, by ?? Auditor, None));

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync(AuditFilter filter) => (await ReadAsync(filter)).Entries;

    private Task<int> ExecuteAsync(string sql) => ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static AuditEntry Entry(JsonElement line)
    {
        string? Text(string member) => line.GetProperty(member).GetString();

        return new()
        {
            Sequence = line.GetProperty("sequence").GetInt64(),
            At = line.GetProperty("at").GetDateTime(),
            ActorId = Text("actorId")!,
            Actor = Text("actor")!,
            Act = Text("act")!,
            IsRefused = line.GetProperty("isRefused").GetBoolean(),
            Target = Text("target")!,
            Scope = Text("scope")!,
            Locale = Text("locale")!,
            Before = Text("before"),
            After = Text("after"),
            Note = Text("note"),
            Hash = Text("hash")!,
        };
    }
}
