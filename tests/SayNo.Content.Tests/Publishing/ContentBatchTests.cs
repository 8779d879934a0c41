using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentBatchOnSqliteTests() : ContentBatchTests(DatabaseKind.Sqlite);

public sealed class ContentBatchOnPostgreSqlTests() : ContentBatchTests(DatabaseKind.PostgreSql);

public abstract class ContentBatchTests(DatabaseKind kind) : OnDatabase(kind)
{
    private readonly string _id = ContentId.New();

    [Fact]
    public async Task A_batch_creates_items_versions_and_one_change_per_published_variant()
    {
        var before = await ChangesAsync();

        var result = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Title(_id, "de", "Zahl nicht."));
            batch.Put(Title(_id, "fr", "Ne paie pas.", isPublished: false));
        });

        Assert.Empty(result.Problems);
        Assert.Equal((1, 3, 2), (result.Items, result.Versions, result.Changes));
        var changes = (await ChangesAsync())[before.Count..];
        Assert.Equal([before.Count + 1, before.Count + 2], changes.Select(change => change.Sequence));
        Assert.Equal(["de", "en"], changes.Select(change => change.Locale));
        var french = await ReadAsync(db => db.Variants.Include(variant => variant.Draft).SingleAsync(variant => variant.Locale == "fr"));
        Assert.Null(french.PublishedId);
        Assert.Equal("""{"Title":"Ne paie pas."}""", french.Draft!.Data);
    }

    [Fact]
    public async Task The_same_batch_twice_changes_nothing()
    {
        void Fill(ContentBatch batch)
        {
            batch.Put(TypesUnderTest.Step);
            batch.PutSetting("LocalizationSettings", TypesUnderTest.Languages.DeepClone());
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Title(_id, "en", "Do not pay!", isPublished: false));
            batch.MarkSetUp("first");
        }

        await CommitAsync(Fill);
        var again = await CommitAsync(Fill);

        Assert.Equal((0, 0, 0), (again.Items, again.Versions, again.Changes));
        Assert.Equal(2, await ReadAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task A_changed_text_becomes_a_new_version_and_leaves_the_editors_draft_alone()
    {
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Title(_id, "en", "An editor's draft", isPublished: false));
        });

        var result = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Never pay."));
        });

        Assert.Equal((1, 1), (result.Versions, result.Changes));
        var variant = await ReadAsync(db => db.Variants.Include(one => one.Draft).Include(one => one.Published).SingleAsync());
        Assert.Equal((3, """{"Title":"Never pay."}"""), (variant.Published!.Number, variant.Published.Data));
        Assert.Equal("""{"Title":"An editor's draft"}""", variant.Draft!.Data.Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_authors_and_moments_of_a_recipe_survive()
    {
        var (variant, version) = (ContentId.New(), ContentId.New());
        var at = new DateTime(2026, 11, 22, 7, 53, 24, DateTimeKind.Utc);

        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay") with { CreatedAt = at });
            batch.Put(Title(_id, "en", "Do not pay.") with
            {
                VariantId = variant,
                VersionId = version,
                Author = "Ada",
                CreatedAt = at,
                PublishedAt = at.AddHours(1),
                IsReviewed = false,
            });
        });

        var stored = await ReadAsync(db => db.Variants.Include(one => one.Item).Include(one => one.Published).SingleAsync());
        Assert.Equal((variant, version), (stored.Id, stored.PublishedId));
        Assert.Equal(("Ada", false, at, at.AddHours(1)),
            (stored.Published!.Author, stored.Published.IsReviewed, stored.Published.CreatedAt, stored.Published.PublishedAt));
        Assert.Equal((at, DateTimeKind.Utc), (stored.Item!.CreatedAt, stored.Item.CreatedAt.Kind));
    }

    [Fact]
    public async Task Two_items_can_swap_their_addresses()
    {
        var other = ContentId.New();
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "one"));
            batch.Put(Title(_id, "en", "One"));
            batch.Put(Step(other, "two"));
        });

        var result = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "two"));
            batch.Put(Step(other, "one"));
        });

        Assert.Empty(result.Problems);
        Assert.Equal("two", (await ReadAsync(db => db.Items.SingleAsync(item => item.Id == _id))).Slug);
        Assert.Equal(ChangeKind.Moved, (await ChangesAsync())[^1].Kind);
        Assert.Equal(1, result.Changes);
    }

    [Fact]
    public async Task A_batch_with_one_mistake_is_refused_whole_and_every_mistake_is_named()
    {
        var (other, third) = (ContentId.New(), ContentId.New());
        var before = await ChangesAsync();

        var result = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Title(_id, "xx", "Nothing"));
            batch.Put(Step(other, "do-not-pay"));
            batch.Put(Title(other, "en", ""));
            batch.Put(new BatchItem { Id = third, Type = "Contact", Scope = "DE", Slug = "nummer" });
            batch.Put(new BatchVersion { ItemId = third, Locale = "", Values = Values(("Organisation", "Nummer"), ("HoursNote", "x")), IsPublished = true });
        });

        Assert.Equal(4, result.Problems.Count);
        Assert.Contains(result.Problems, problem => problem.ItemId == _id && problem.Locale == "xx");
        Assert.Contains(result.Problems, problem => problem.ItemId == other && problem.Sentence.Contains("address", StringComparison.Ordinal));
        Assert.Contains(result.Problems, problem => problem.ItemId == other && problem.Field == "Title");
        Assert.Contains(result.Problems, problem => problem.ItemId == third && problem.Field == "HoursNote");
        Assert.Equal(0, await ReadAsync(db => db.Items.CountAsync()));
        Assert.Equal(before.Count, (await ChangesAsync()).Count);
    }

    [Fact]
    public async Task Languages_cannot_be_public_without_the_required_values_that_they_share()
    {
        var result = await CommitAsync(batch =>
        {
            batch.Put(new BatchItem { Id = _id, Type = "Contact", Scope = "DE", Slug = "nummer" });
            batch.Put(new BatchVersion { ItemId = _id, Locale = "de", Values = Values(("HoursNote", "abends")), IsPublished = true });
        });

        Assert.Contains("same in every language first", Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_must_point_to_an_item_that_exists_or_comes_with_the_batch()
    {
        var (next, nowhere) = (ContentId.New(), ContentId.New());
        BatchVersion PointsTo(string id) => new() { ItemId = _id, Locale = "", Values = Values(("Next", new System.Text.Json.Nodes.JsonArray(id))), IsPublished = true };

        var refused = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "one"));
            batch.Put(PointsTo(nowhere));
        });
        var accepted = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "one"));
            batch.Put(PointsTo(next));
            batch.Put(Step(next, "two"));
        });

        Assert.Equal("Next", Assert.Single(refused.Problems).Field);
        Assert.Empty(accepted.Problems);
    }

    [Fact]
    public async Task Only_a_country_can_override_and_only_an_item_of_the_campaign()
    {
        var (german, austrian, second, campaign) = (ContentId.New(), ContentId.New(), ContentId.New(), ContentId.New());

        var result = await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "one"));
            batch.Put(Step(german, "one", "DE", overrideOf: _id));
            batch.Put(Step(second, "another", "DE", overrideOf: _id));
            batch.Put(Step(austrian, "one", "AT", overrideOf: german));
            batch.Put(Step(campaign, "three", "EU", overrideOf: _id));
        });

        Assert.Equal([second, austrian, campaign], result.Problems.Select(problem => problem.ItemId).OrderBy(id => id == second ? 0 : id == austrian ? 1 : 2));
    }

    [Fact]
    public async Task A_content_type_with_items_cannot_be_removed()
    {
        await CommitAsync(batch => batch.Put(Step(_id, "one")));

        var refused = await CommitAsync(batch => batch.RemoveType("Step"));
        var removed = await CommitAsync(batch => batch.RemoveType("Contact"));

        Assert.Contains("1 items", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(1, removed.Changes);
        Assert.Equal(["Step"], await ReadAsync(db => db.Types.Select(type => type.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_cancelled_batch_leaves_nothing_behind()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Cancelling(cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.WithAsync<ContentBatch, BatchResult>(batch =>
        {
            for (var i = 0; i < 500; i++)
            {
                batch.Put(Step(ContentId.New(), $"step-{i}"));
            }

            return batch.CommitAsync(Editor.System, progress, cancel.Token);
        }));

        Assert.Equal(0, await ReadAsync(db => db.Items.CountAsync()));
    }

    [Fact]
    public async Task Whoever_lacks_the_right_cannot_commit()
    {
        var german = new Editor("1", "Ada", [new Grant(Role.NationalEditor, ["DE"], Grant.Everywhere)]);

        await Assert.ThrowsAsync<RightDeniedException>(() => Site.WithAsync<ContentBatch, BatchResult>(batch =>
        {
            batch.Put(Step(_id, "one"));

            return batch.CommitAsync(german, null, None);
        }));
    }

    private sealed class Cancelling(CancellationTokenSource cancel) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => cancel.Cancel();
    }
}
