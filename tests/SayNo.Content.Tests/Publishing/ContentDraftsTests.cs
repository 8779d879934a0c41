using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentDraftsOnSqliteTests() : ContentDraftsTests(DatabaseKind.Sqlite);

public sealed class ContentDraftsOnPostgreSqlTests() : ContentDraftsTests(DatabaseKind.PostgreSql);

public abstract class ContentDraftsTests(DatabaseKind kind) : OnDatabase(kind)
{
    private static readonly Editor Ada = new("1", "Ada", [new Grant(Role.CampaignLead, ["EU"], Grant.Everywhere)]);

    private static readonly Editor Bert = new("2", "Bert", [new Grant(Role.NationalEditor, ["DE"], Grant.Everywhere)]);

    [Fact]
    public async Task A_draft_becomes_version_1_and_says_what_still_stands_in_the_way_of_publishing()
    {
        var id = await CreateAsync("do-not-pay");

        var result = await SaveAsync(id, "en", Values(("Body", "Do not pay.")));

        Assert.True(result.IsSaved && result.IsNew);
        Assert.Equal((1, "Ada"), (result.Version!.Number, result.Version.Author));
        Assert.Equal("Title", Assert.Single(result.Problems).Field);
    }

    [Fact]
    public async Task A_save_without_a_change_makes_no_version()
    {
        var id = await CreateAsync("do-not-pay");
        var first = await SaveAsync(id, "en", Values(("Title", "A"), ("Body", "B")));

        var again = await SaveAsync(id, "en", Values(("Body", "B"), ("Title", "A")), first.Version!.Id);

        Assert.Equal((true, false, first.Version.Id), (again.IsSaved, again.IsNew, again.Version!.Id));
        Assert.Equal(1, await ReadAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task Of_two_editors_the_later_one_gets_both_texts_and_nothing_is_lost()
    {
        var id = await CreateAsync("do-not-pay");
        var start = await SaveAsync(id, "en", Values(("Title", "Start")));
        await SaveAsync(id, "en", Values(("Title", "Ada's")), start.Version!.Id);

        var late = await SaveAsync(id, "en", Values(("Title", "Late")), start.Version.Id);

        Assert.False(late.IsSaved);
        Assert.Contains("Ada", late.Conflict!.Theirs!.Data, StringComparison.Ordinal);
        Assert.Equal("Late", late.Conflict.Yours["Title"]!.Value.GetString());
        Assert.Equal(2, await ReadAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task Of_many_editors_who_save_at_once_exactly_one_wins()
    {
        var id = await CreateAsync("do-not-pay");
        var start = await SaveAsync(id, "en", Values(("Title", "Start")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => SaveAsync(id, "en", Values(("Title", $"Text {i}")), start.Version!.Id))));

        Assert.Single(results, result => result.IsSaved);
        Assert.Equal(7, results.Count(result => result.Conflict is not null));
    }

    [Fact]
    public async Task What_is_no_value_of_the_type_cannot_be_saved()
    {
        var id = await CreateAsync("do-not-pay");

        var result = await SaveAsync(id, "en", Values(("Titel", "A"), ("Next", new System.Text.Json.Nodes.JsonArray()), ("Title", 7)));

        Assert.False(result.IsSaved);
        Assert.Equal(["Next", "Titel", "Title"], result.Problems.Select(problem => problem.Field).Order());
        Assert.False((await SaveAsync(id, "xx", Values(("Title", "A")))).IsSaved);
    }

    [Fact]
    public async Task Two_items_cannot_have_one_address_even_if_they_are_created_at_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateAsync(new() { Type = "Step", Scope = "EU", Slug = "one" }, Ada, None)))));

        Assert.Single(results, result => result.IsCreated);
    }

    [Theory]
    [InlineData("Step", "EU", "Not A Slug")]
    [InlineData("Step", "EU", "")]
    [InlineData("Nothing", "EU", "one")]
    public async Task A_wrong_item_is_refused_with_a_sentence(string type, string scope, string slug)
    {
        var result = await Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = type, Scope = scope, Slug = slug }, Ada, None));

        Assert.EndsWith(".", Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_overrides_an_item_of_the_campaign_once_and_nobody_overrides_an_override()
    {
        var id = await CreateAsync("do-not-pay");

        var german = await OverrideAsync(id, "DE");
        var again = await OverrideAsync(id, "DE");
        var ofOverride = await OverrideAsync(german.Item!.Id, "DE");

        Assert.Equal((id, "DE", "do-not-pay"), (german.Item.OverrideOf, german.Item.Scope, german.Item.Slug));
        Assert.Contains("already has its own wording", Assert.Single(again.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("itself a country's wording", Assert.Single(ofOverride.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_writes_only_where_they_may()
    {
        var id = await CreateAsync("do-not-pay");

        await Assert.ThrowsAsync<RightDeniedException>(() => SaveAsync(id, "de", Values(("Title", "Nein")), by: Bert));
    }

    private async Task<string> CreateAsync(string slug) =>
        (await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateAsync(new() { Type = "Step", Scope = "EU", Slug = slug }, Ada, None))).Item!.Id;

    private Task<CreateResult> OverrideAsync(string id, string country) =>
        Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateOverrideAsync(id, country, Bert, None));

    private Task<SaveResult> SaveAsync(string id, string locale, ContentValues values, string? basedOn = null, Editor? by = null) =>
        Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = locale, Values = values, BasedOn = basedOn }, by ?? Ada, None));
}
