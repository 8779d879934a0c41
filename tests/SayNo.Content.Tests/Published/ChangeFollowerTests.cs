using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Published;

public sealed class ChangeFollowerOnSqliteTests() : ChangeFollowerTests(DatabaseKind.Sqlite);

public sealed class ChangeFollowerOnPostgreSqlTests() : ChangeFollowerTests(DatabaseKind.PostgreSql);

public abstract class ChangeFollowerTests(DatabaseKind kind) : OnDatabase(kind)
{
    private readonly string _id = ContentId.New();

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    [Fact]
    public async Task A_node_that_runs_shows_what_it_publishes_at_once_without_looking_around()
    {
        var node = Site.AddNode(services => services.AddSingleton(new ContentEngineOptions { LookEvery = TimeSpan.FromHours(1) }));
        var published = node.GetRequiredService<PublishedContent>();
        await StartAsync(node);

        var result = await CommitAsync(Fill, node);
        await published.WaitForAsync(result.Sequence, Soon);

        Assert.NotNull(published.Current.Find(_id));
        Assert.Equal(PictureFreshness.Live, published.State.Freshness);
        await StopAsync(node);
    }

    [Fact]
    public async Task Another_node_sees_it_when_it_looks_next()
    {
        var other = Site.AddNode(services => services.AddSingleton(new ContentEngineOptions { LookEvery = TimeSpan.FromMilliseconds(50) }));
        await StartAsync(other);

        var result = await CommitAsync(Fill);
        await other.GetRequiredService<PublishedContent>().WaitForAsync(result.Sequence, Soon);

        Assert.NotNull(other.GetRequiredService<PublishedContent>().Current.Find(_id));
        await StopAsync(other);
    }

    [Fact]
    public async Task A_swap_names_the_items_that_differ()
    {
        await CommitAsync(Fill);
        var published = Site.Services.GetRequiredService<PublishedContent>();
        var follower = Site.Services.GetRequiredService<ChangeFollower>();
        await follower.CatchUpAsync(None);
        var swaps = new List<PictureChange>();
        published.Changed += swaps.Add;
        var other = ContentId.New();

        await CommitAsync(batch =>
        {
            batch.Put(Step(other, "another"));
            batch.Put(Title(other, "en", "Another"));
        });
        await follower.CatchUpAsync(None);
        await follower.CatchUpAsync(None);
        await CommitAsync(batch => batch.PutSetting("Another", "one"));
        await follower.CatchUpAsync(None);

        Assert.Equal([other], swaps[0].ItemIds!);
        Assert.Null(swaps[1].ItemIds);
        Assert.Equal(2, swaps.Count);
        Assert.Equal("one", (string?)published.Current.Settings.All["Another"]);
    }

    [Fact]
    public async Task Another_slug_or_place_is_followed_too()
    {
        await CommitAsync(Fill);
        var follower = Site.Services.GetRequiredService<ChangeFollower>();
        await follower.CatchUpAsync(None);

        await CommitAsync(batch => batch.Put(Step(_id, "never-pay", order: 3)));
        await follower.CatchUpAsync(None);

        var picture = Site.Services.GetRequiredService<PublishedContent>().Current;
        Assert.Null(picture.Find("Step", "EU", "do-not-pay"));
        Assert.Equal(3, picture.Find("Step", "EU", "never-pay")?.Order);
    }

    [Fact]
    public async Task A_database_that_was_put_back_to_an_older_state_is_read_anew()
    {
        await CommitAsync(Fill);
        var follower = Site.Services.GetRequiredService<ChangeFollower>();
        var published = Site.Services.GetRequiredService<PublishedContent>();
        await follower.CatchUpAsync(None);

        // What a restored backup looks like: the last change never happened.
        await ExecuteAsync("""UPDATE "Variants" SET "PublishedId" = NULL""");
        await ExecuteAsync("""DELETE FROM "Changes" WHERE "Sequence" = (SELECT MAX("Sequence") FROM "Changes")""");
        await ExecuteAsync("""UPDATE "ChangeLogHead" SET "Sequence" = "Sequence" - 1""");
        await follower.CatchUpAsync(None);

        Assert.Null(published.Current.Find(_id));
    }

    [Fact]
    public async Task Without_its_database_a_node_starts_from_the_file_and_goes_live_when_the_database_is_back()
    {
        await CommitAsync(Fill);
        var file = new PictureFile(Site.Folder.File("picture"));
        await Site.Services.GetRequiredService<ChangeFollower>().CatchUpAsync(None);
        await file.WriteAsync(Site.Services.GetRequiredService<PublishedContent>().Current, None);
        var switchable = new Switchable(Site.Database) { IsAway = true };
        var node = Site.AddNode(services => services
            .AddSingleton(new ContentEngineOptions { File = file, LookEvery = TimeSpan.FromMilliseconds(30) }).AddSingleton(switchable.Database));
        var published = node.GetRequiredService<PublishedContent>();

        await StartAsync(node);
        Assert.NotNull(published.Current.Find(_id));
        Assert.Equal(PictureFreshness.FromFile, published.State.Freshness);
        switchable.IsAway = false;
        await UntilAsync(published, PictureFreshness.Live);
        switchable.IsAway = true;
        await UntilAsync(published, PictureFreshness.Stale);
        Assert.NotNull(published.Current.Find(_id));
        switchable.IsAway = false;
        await UntilAsync(published, PictureFreshness.Live);

        await StopAsync(node);
    }

    [Fact]
    public async Task Without_database_and_with_a_damaged_file_a_node_does_not_start()
    {
        var file = new PictureFile(Site.Folder.File("picture"));
        await File.WriteAllTextAsync(file.Path, "damaged");
        var switchable = new Switchable(Site.Database) { IsAway = true };
        var node = Site.AddNode(services => services.AddSingleton(new ContentEngineOptions { File = file }).AddSingleton(switchable.Database));

        await Assert.ThrowsAsync<CmsDatabaseException>(() => StartAsync(node));
    }

    [Fact]
    public async Task The_picture_is_kept_in_its_file_after_a_change_and_at_the_end()
    {
        var file = new PictureFile(Site.Folder.File("picture"));
        var node = Site.AddNode(services => services.AddSingleton(new ContentEngineOptions { File = file, KeepEvery = TimeSpan.FromHours(1) }));
        await StartAsync(node);
        var result = await CommitAsync(Fill, node);
        await node.GetRequiredService<PublishedContent>().WaitForAsync(result.Sequence, Soon);

        await StopAsync(node);

        Assert.Equal(result.Sequence, (await file.ReadAsync(None)).Sequence);
    }

    private void Fill(ContentBatch batch)
    {
        batch.Put(Step(_id, "do-not-pay"));
        batch.Put(Title(_id, "en", "Do not pay."));
    }

    private static async Task UntilAsync(PublishedContent published, PictureFreshness freshness)
    {
        var soon = Soon;

        while (published.State.Freshness != freshness)
        {
            await Task.Delay(10, soon);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Site.Database.OpenAsync(None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(None);
    }

    private static async Task StartAsync(IServiceProvider node)
    {
        foreach (var service in node.GetServices<IHostedService>())
        {
            await service.StartAsync(None);
        }
    }

    private static async Task StopAsync(IServiceProvider node)
    {
        foreach (var service in node.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(None);
        }
    }

    /// <summary>A database that can go away and come back.</summary>
    private sealed class Switchable(CmsDatabase real)
    {
        public bool IsAway { get; set; }

        public CmsDatabase Database => new()
        {
            Name = real.Name,
            Kind = real.Kind,
            Connect = () => IsAway ? throw new CmsDatabaseException(DatabaseFailure.Unreachable, "The database is away.") : real.Connect(),
            Use = real.Use,
            Exists = real.Exists,
            Create = real.Create,
            Explain = real.Explain,
        };
    }
}
