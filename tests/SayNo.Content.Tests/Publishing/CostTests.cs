using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Testing;

namespace SayNo.Content.Tests.Publishing;

public sealed class CostOnSqliteTests() : CostTests(DatabaseKind.Sqlite);

public sealed class CostOnPostgreSqlTests() : CostTests(DatabaseKind.PostgreSql);

/// <summary>Rule 12: saving costs the same at 1 and at 45 countries in 3 languages.</summary>
public abstract class CostTests(DatabaseKind kind) : DeskTests(kind)
{
    private const int MostCommands = 20;

    private static readonly string[] Languages = ["en", "de", "fr"];

    private readonly SqlCount _sql = new();

    [Fact]
    public async Task Every_verb_takes_the_same_number_of_commands_at_any_size_of_the_site()
    {
        var node = Site.AddNode(services => services.ConfigureDbContext<CmsDb>(_sql.AddTo));
        var small = await MeasureAsync("small", node);
        await AddCountriesAsync();

        var large = await MeasureAsync("large", node);

        Assert.Equal(small, large);
        Assert.All(small, verb => Assert.InRange(verb.Commands, 1, MostCommands));
    }

    private async Task<List<(string Verb, int Commands)>> MeasureAsync(string slug, IServiceProvider node)
    {
        var measured = new List<(string, int)>();

        async Task<T> CountAsync<TService, T>(string verb, Func<TService, Task<T>> act)
            where TService : notnull
        {
            var result = default(T);
            measured.Add((verb, await _sql.OfAsync(async () => result = await Site.WithAsync(act, node))));

            return result!;
        }

        var id = (await CountAsync<ContentDrafts, CreateResult>("create", drafts => drafts.CreateAsync(new() { Type = "Step", Scope = "DE", Slug = slug }, Ada, None))).Item!.Id;
        var text = new DraftText { ItemId = id, Locale = "de", Values = Values(("Title", "Zahl nicht.")) };
        var first = await CountAsync<ContentDrafts, SaveResult>("first save", drafts => drafts.SaveAsync(text, Ada, None));
        text = text with { Values = Values(("Title", "Zahl nie.")), BasedOn = first.Version!.Id };
        var second = await CountAsync<ContentDrafts, SaveResult>("save", drafts => drafts.SaveAsync(text, Ada, None));
        await CountAsync<ContentReview, ReviewResult>("submit", review => review.SubmitAsync(id, "de", "Bitte.", Ada, None));
        await CountAsync<ContentReview, ReviewResult>("approve", review => review.ApproveAsync(id, "de", second.Version!.Id, Bert, None));
        var published = await CountAsync<ContentPublisher, PublishResult>("publish", publisher => publisher.PublishAsync(id, "de", second.Version!.Id, Bert, None));
        Assert.True(published.IsDone);
        await CountAsync<ContentPublisher, PublishResult>("unpublish", publisher => publisher.UnpublishAsync(id, "de", Bert, None));

        return measured;
    }

    private async Task AddCountriesAsync()
    {
        var result = await CommitAsync(batch =>
        {
            foreach (var number in Enumerable.Range(0, 45))
            {
                var (id, country) = (ContentId.New(), $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}");
                batch.Put(Step(id, "country", country));

                foreach (var locale in Languages)
                {
                    batch.Put(Title(id, locale, $"Text of {country}"));
                }
            }
        });
        Assert.Empty(result.Problems);
    }
}
