using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentOrderOnSqliteTests() : ContentOrderTests(DatabaseKind.Sqlite);

public sealed class ContentOrderOnPostgreSqlTests() : ContentOrderTests(DatabaseKind.PostgreSql);

public abstract class ContentOrderTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task Visitors_see_the_items_in_the_new_order_and_nothing_of_their_texts_changes()
    {
        var ids = await StepsAsync();
        await CatchUpAsync();
        var before = Shown.OfType("Step", "DE").ToDictionary(item => item.Id, item => item.Locales["de"]);

        var result = await ArrangeAsync([ids[2], ids[0], ids[1]], Bert);

        Assert.True(result.IsDone);
        await CatchUpAsync();
        Assert.Equal([ids[2], ids[0], ids[1]], Shown.OfType("Step", "DE").Select(item => item.Id));
        Assert.All(Shown.OfType("Step", "DE"), item => Assert.Equal(before[item.Id].Id, item.Locales["de"].Id));
        Assert.Equal((Acts.Arrange, "Step", "DE"), ((await AuditAsync())[^1].Act, (await AuditAsync())[^1].Target, (await AuditAsync())[^1].Scope));
    }

    [Fact]
    public async Task The_same_order_again_changes_nothing()
    {
        var ids = await StepsAsync();
        await ArrangeAsync([ids[2], ids[0], ids[1]], Bert);
        var (changes, entries) = ((await ChangesAsync()).Count, (await AuditAsync()).Count);

        Assert.True((await ArrangeAsync([ids[2], ids[0], ids[1]], Bert)).IsDone);

        Assert.Equal((changes, entries), ((await ChangesAsync()).Count, (await AuditAsync()).Count));
    }

    [Fact]
    public async Task A_list_that_has_changed_meanwhile_is_not_put_in_order()
    {
        var ids = await StepsAsync();

        Assert.Contains("has changed", Assert.Single((await ArrangeAsync([ids[1], ids[0]], Bert)).Problems).Sentence, StringComparison.Ordinal);
        Assert.False((await ArrangeAsync([ids[1], ids[0], ids[0]], Bert)).IsDone);
        Assert.False((await ArrangeAsync([ids[1], ids[0], ContentId.New()], Bert)).IsDone);
    }

    [Fact]
    public async Task It_takes_the_right_to_publish_there()
    {
        var ids = await StepsAsync();

        await Assert.ThrowsAsync<RightDeniedException>(() => ArrangeAsync(ids, French));
        await Assert.ThrowsAsync<RightDeniedException>(() => ArrangeAsync(ids, Ada));
    }

    private async Task<string[]> StepsAsync()
    {
        var ids = new List<string>();

        foreach (var slug in new[] { "a", "b", "c" })
        {
            ids.Add(await CreateAsync("Step", slug: slug));
            await SaveAsync(ids[^1], "de", Ada, ("Title", slug));
            await PublishAsync(ids[^1], "de", Bert);
        }

        return [.. ids];
    }

    private Task<ReviewResult> ArrangeAsync(IReadOnlyList<string> ids, Editor by) =>
        Site.WithAsync<ContentOrder, ReviewResult>(order => order.ArrangeAsync("Step", "DE", ids, by, None));
}
