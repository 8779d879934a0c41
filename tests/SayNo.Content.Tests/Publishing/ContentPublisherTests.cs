using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentPublisherOnSqliteTests() : ContentPublisherTests(DatabaseKind.Sqlite);

public sealed class ContentPublisherOnPostgreSqlTests() : ContentPublisherTests(DatabaseKind.PostgreSql);

public abstract class ContentPublisherTests(DatabaseKind kind) : OnDatabase(kind)
{
    private readonly string _id = ContentId.New();

    private ChangeFollower Follower => Site.Services.GetRequiredService<ChangeFollower>();

    private Picture Picture => Site.Services.GetRequiredService<PublishedContent>().Current;

    [Fact]
    public async Task A_draft_is_not_public_until_it_is_published()
    {
        await DraftAsync("de", "Zahl nicht.");
        await Follower.CatchUpAsync(None);
        Assert.Null(Picture.Find("Step", "EU", "do-not-pay"));

        var result = await PublishAsync("de");

        await Follower.CatchUpAsync(None);
        Assert.Equal(result.Sequence, Picture.Sequence);
        Assert.Equal("Zahl nicht.", Shown("de"));
    }

    [Fact]
    public async Task Publishing_one_language_changes_nothing_of_another()
    {
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Title(_id, "fr", "Ne paie pas."));
            batch.Put(Title(_id, "fr", "Un brouillon", isPublished: false));
            batch.Put(Title(_id, "de", "Zahl nicht.", isPublished: false));
        });
        await Follower.CatchUpAsync(None);
        var (english, french) = (Version("en"), Version("fr"));

        await PublishAsync("de");

        await Follower.CatchUpAsync(None);
        Assert.Equal("Zahl nicht.", Shown("de"));
        Assert.Equal((english.Id, english.Values.ToString()), (Version("en").Id, Version("en").Values.ToString()));
        Assert.Equal((french.Id, french.Values.ToString()), (Version("fr").Id, Version("fr").Values.ToString()));
    }

    [Fact]
    public async Task A_fallback_fills_a_missing_field_and_never_makes_an_unpublished_language_visible()
    {
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(new BatchVersion { ItemId = _id, Locale = "en", Values = Values(("Title", "Do not pay."), ("Body", "Never.")), IsPublished = true });
            batch.Put(Title(_id, "de", "Zahl nicht."));
            batch.Put(Title(_id, "fr", "Ne paie pas.", isPublished: false));
        });
        await Follower.CatchUpAsync(None);
        var item = Picture.Find(_id)!;

        var german = Resolver.Find(Picture, item, "de")!;

        Assert.Equal(("Zahl nicht.", "de", false), (german.Values["Title"].Value.GetString(), german.Values["Title"].Locale, german.Values["Title"].IsFallback));
        Assert.Equal(("Never.", "en", true), (german.Values["Body"].Value.GetString(), german.Values["Body"].Locale, german.Values["Body"].IsFallback));
        Assert.Null(Resolver.Find(Picture, item, "fr"));
    }

    [Fact]
    public async Task Unpublishing_the_last_language_hides_the_item_though_its_shared_values_are_public()
    {
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(new BatchVersion { ItemId = _id, Locale = "", Values = Values(("Next", new System.Text.Json.Nodes.JsonArray(_id))), IsPublished = true });
            batch.Put(Title(_id, "en", "Do not pay."));
        });

        await UnpublishAsync("en");

        await Follower.CatchUpAsync(None);
        Assert.Null(Resolver.Find(Picture, Picture.Find(_id)!, "en"));
        Assert.Null(Resolver.Find(Picture, Picture.Find(_id)!, "de"));
    }

    [Fact]
    public async Task An_unpublished_text_is_a_draft_that_can_be_published_again()
    {
        await DraftAsync("en", "Do not pay.");
        await PublishAsync("en");

        await UnpublishAsync("en");
        await Follower.CatchUpAsync(None);
        Assert.Null(Picture.Find(_id));
        await PublishAsync("en");

        await Follower.CatchUpAsync(None);
        Assert.Equal("Do not pay.", Shown("en"));
        Assert.Equal([ChangeKind.Published, ChangeKind.Unpublished, ChangeKind.Published], (await ChangesAsync())[^3..].Select(change => change.Kind));
        Assert.Equal(1, await ReadAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task A_text_with_problems_is_not_published()
    {
        await DraftAsync("en", "");

        var result = await PublishAsync("en");

        Assert.False(result.IsDone);
        Assert.Equal("Title", Assert.Single(result.Problems).Field);
        Assert.Equal((await ChangesAsync()).Count, await ReadAsync(db => db.ChangeLogHead.Select(head => head.Sequence).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_draft_there_is_nothing_to_publish()
    {
        Assert.Equal(PublishResult.NoDraft, await PublishAsync("en"));
        await DraftAsync("en", "Do not pay.");
        await PublishAsync("en");

        Assert.Equal(PublishResult.NoDraft, await PublishAsync("en"));
    }

    [Fact]
    public async Task Shared_values_come_first_and_go_last()
    {
        await CommitAsync(batch =>
        {
            batch.Put(new BatchItem { Id = _id, Type = "Contact", Scope = "DE", Slug = "nummer" });
            batch.Put(new BatchVersion { ItemId = _id, Locale = "", Values = Values(("Organisation", "Nummer")), IsPublished = false });
            batch.Put(new BatchVersion { ItemId = _id, Locale = "de", Values = Values(("HoursNote", "abends")), IsPublished = false });
        });

        Assert.False((await PublishAsync("de")).IsDone);
        Assert.True((await PublishAsync("")).IsDone);
        Assert.True((await PublishAsync("de")).IsDone);
        Assert.False((await UnpublishAsync("")).IsDone);
        Assert.True((await UnpublishAsync("de")).IsDone);
        Assert.True((await UnpublishAsync("")).IsDone);
    }

    [Fact]
    public async Task Deleting_takes_the_item_from_the_public_and_its_overrides_must_go_before_it()
    {
        var german = ContentId.New();
        await CommitAsync(batch =>
        {
            batch.Put(Step(_id, "do-not-pay"));
            batch.Put(Title(_id, "en", "Do not pay."));
            batch.Put(Step(german, "do-not-pay", "DE", overrideOf: _id));
            batch.Put(Title(german, "de", "Zahl bloß nicht."));
        });
        await Follower.CatchUpAsync(None);
        Assert.Equal(german, Picture.OverrideOf(_id, "DE")?.Id);

        Assert.Contains("DE", Assert.Single((await DeleteAsync(_id)).Problems).Sentence, StringComparison.Ordinal);
        Assert.True((await DeleteAsync(german)).IsDone);
        await Follower.CatchUpAsync(None);
        Assert.Null(Picture.OverrideOf(_id, "DE"));
        Assert.True((await DeleteAsync(_id)).IsDone);

        await Follower.CatchUpAsync(None);
        Assert.Equal(0, Picture.Count);
        Assert.Equal((0, 0, 0), (await ReadAsync(db => db.Items.CountAsync()), await ReadAsync(db => db.Variants.CountAsync()), await ReadAsync(db => db.Versions.CountAsync())));
    }

    [Fact]
    public async Task Whoever_lacks_the_right_changes_nothing()
    {
        await DraftAsync("en", "Do not pay.");
        var editor = new Editor("1", "Bert", [new Grant(Role.NationalApprover, ["DE"], Grant.Everywhere)]);

        await Assert.ThrowsAsync<RightDeniedException>(() =>
            Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(_id, "en", editor, None)));
        await Assert.ThrowsAsync<RightDeniedException>(() =>
            Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.DeleteAsync(_id, editor, None)));

        Assert.Null((await ReadAsync(db => db.Variants.SingleAsync())).PublishedId);
    }

    private string? Shown(string locale) => Resolver.Find(Picture, Picture.Find("Step", "EU", "do-not-pay")!, locale)?.Values["Title"].Value.GetString();

    private PublishedVersion Version(string locale) => Picture.Find(_id)!.Locales[locale];

    private Task<BatchResult> DraftAsync(string locale, string title) => CommitAsync(batch =>
    {
        batch.Put(Step(_id, "do-not-pay"));
        batch.Put(Title(_id, locale, title, isPublished: false));
    });

    private Task<PublishResult> PublishAsync(string locale) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(_id, locale, Editor.System, None));

    private Task<PublishResult> UnpublishAsync(string locale) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.UnpublishAsync(_id, locale, Editor.System, None));

    private Task<PublishResult> DeleteAsync(string id) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.DeleteAsync(id, Editor.System, None));
}
