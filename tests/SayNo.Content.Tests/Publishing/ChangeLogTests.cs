using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ChangeLogOnSqliteTests() : ChangeLogTests(DatabaseKind.Sqlite);

public sealed class ChangeLogOnPostgreSqlTests() : ChangeLogTests(DatabaseKind.PostgreSql);

public abstract class ChangeLogTests(DatabaseKind kind) : OnDatabase(kind)
{
    private const int Writers = 8;

    private const int ChangesPerWriter = 50;

    [Fact]
    public async Task Eight_publishers_at_once_leave_no_gap_and_a_reader_who_follows_misses_nothing()
    {
        var ids = Enumerable.Range(0, Writers).Select(_ => ContentId.New()).ToArray();
        await CommitAsync(batch =>
        {
            foreach (var (index, id) in ids.Index())
            {
                batch.Put(Step(id, $"step-{index}"));
                batch.Put(Title(id, "en", "Start", isPublished: false));
            }
        });
        var start = (await ChangesAsync()).Count;

        // Two nodes, which share nothing but the database, with half of the writers each; and a third that follows.
        IServiceProvider[] nodes = [Site.AddNode(), Site.AddNode()];
        var writing = Task.WhenAll(ids.Select((id, index) => Task.Run(() => PublishAndUnpublishAsync(id, nodes[index % nodes.Length]))));
        var seen = await FollowAsync(start, start + (Writers * ChangesPerWriter), Site.AddNode(), writing);
        await writing;

        var stored = (await ChangesAsync()).Select(change => change.Sequence).ToArray();
        Assert.Equal(Enumerable.Range(1, start + (Writers * ChangesPerWriter)).Select(number => (long)number), stored);
        Assert.Equal(stored[start..], seen);
    }

    private async Task PublishAndUnpublishAsync(string id, IServiceProvider node)
    {
        for (var i = 0; i < ChangesPerWriter / 2; i++)
        {
            Assert.True((await Site.WithAsync<ContentPublisher, PublishResult>(one => one.PublishAsync(id, "en", Editor.System, None), node)).IsDone);
            Assert.True((await Site.WithAsync<ContentPublisher, PublishResult>(one => one.UnpublishAsync(id, "en", Editor.System, None), node)).IsDone);
        }
    }

    /// <summary>Reads only what is behind the last number seen, as followers do.</summary>
    private static async Task<List<long>> FollowAsync(long start, long end, IServiceProvider node, Task writing)
    {
        var seen = new List<long>();
        var last = start;

        while (last < end && !writing.IsFaulted)
        {
            await using var scope = node.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CmsDb>();
            seen.AddRange(await db.Changes.Where(change => change.Sequence > last).Select(change => change.Sequence).Order().ToListAsync());
            last = seen.Count > 0 ? seen[^1] : last;
            await Task.Delay(1);
        }

        return seen;
    }
}
