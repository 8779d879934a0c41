using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class PublishGateOnSqliteTests() : PublishGateTests(DatabaseKind.Sqlite);

public sealed class PublishGateOnPostgreSqlTests() : PublishGateTests(DatabaseKind.PostgreSql);

public abstract class PublishGateTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task A_module_sees_the_public_as_it_would_be_and_can_refuse_it()
    {
        var node = Site.AddNode(services => services.AddSingleton<PublishGate, NoMoney>());
        await node.GetRequiredService<ChangeFollower>().CatchUpAsync(None);
        var id = await CreateAsync("Step");
        await SaveAsync(id, "de", Ada, ("Title", "Zahl kein Geld."));

        var refused = await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, "de", Bert, None), node);
        await SaveAsync(id, "de", Ada, ("Title", "Zahl nicht."));
        var done = await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, "de", Bert, None), node);

        Assert.Equal(new Problem("Title", "No money, please."), Assert.Single(refused.Problems));
        Assert.True(done.IsDone);
        Assert.False(node.GetRequiredService<PublishedContent>().Public.IsPreview);
    }

    [Fact]
    public async Task Before_something_is_taken_away_it_is_told_what_would_be_empty()
    {
        var id = await CreateAsync("Step", "EU", by: Lead);
        var other = await CreateAsync("Step", "EU", "two", Lead);
        await SaveAsync(id, "en", Lead, ("Title", "Do not pay."), ("Body", "Never."));
        await SaveAsync(id, "de", Lead, ("Title", "Zahl nicht."));
        await SaveAsync(other, "", Lead, ("Next", new System.Text.Json.Nodes.JsonArray(id)));

        foreach (var (item, locale) in new[] { (id, "en"), (id, "de"), (other, "") })
        {
            Assert.True((await PublishAsync(item, locale, Lead)).IsDone);
        }

        await CatchUpAsync();
        var sentences = await EmptyWithoutAsync(id, "en");

        Assert.Equal(
        [
            "Step \"one\" would no longer be public in en.",
            "Body would be missing in de, which shows it in en now.",
            "EU would show no Step in en any more.",
            "Step \"two\" of EU points to it.",
        ], sentences);
        Assert.Equal(["Step \"one\" would no longer be public in de.", "EU would show no Step in de any more.", "Step \"two\" of EU points to it."], await EmptyWithoutAsync(id, "de"));
        Assert.Empty(await EmptyWithoutAsync(id, "fr"));
        Assert.False(Shown.IsPreview);
    }

    [Fact]
    public async Task What_needs_no_text_stays_in_every_language_when_a_note_goes_and_says_so_briefly()
    {
        var id = await PublishedContactAsync();
        await SaveAsync(id, "en", Ada, ("HoursNote", "At night too."));
        Assert.True((await PublishAsync(id, "en", Bert)).IsDone);
        await CatchUpAsync();

        var everywhere = await EmptyWithoutAsync(id, "en");
        await SaveAsync(id, "de", Ada, ("HoursNote", "Auch nachts."));
        Assert.True((await PublishAsync(id, "de", Bert)).IsDone);
        await CatchUpAsync();

        Assert.Equal(["HoursNote would be missing in every language."], everywhere);
        Assert.Equal(["HoursNote would be missing in these languages, which show it in en now: el, en, fr."], await EmptyWithoutAsync(id, "en"));
        Assert.Empty(await EmptyWithoutAsync(id, "de"));
    }

    [Fact]
    public async Task What_would_vanish_everywhere_is_told_in_one_sentence()
    {
        var id = await PublishedContactAsync();
        await CatchUpAsync();

        Assert.Equal(
            ["Contact \"one\" would no longer be public in any language.", "DE would show no Contact in any language any more."], await EmptyWithoutAsync(id, ""));
    }

    private async Task<IEnumerable<string>> EmptyWithoutAsync(string id, string locale) =>
        (await PublisherAsync(publisher => publisher.EmptyWithoutAsync(id, locale, Auditor, None))).Select(sentence => sentence.ToString());

    private sealed class NoMoney : PublishGate
    {
        public override Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct)
        {
            Assert.True(after.IsPreview);
            Assert.Same(item, after.Find(item.Id));
            var title = Resolver.Find(after, item, locale)!.Values["Title"].Value.GetString()!;

            return Task.FromResult<IReadOnlyList<Problem>>(
                title.Contains("Geld", StringComparison.Ordinal) ? [new("Title", "No money, please.")] : []);
        }
    }
}
