using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Reviewing;

public sealed class ContentHistoryOnSqliteTests() : ContentHistoryTests(DatabaseKind.Sqlite);

public sealed class ContentHistoryOnPostgreSqlTests() : ContentHistoryTests(DatabaseKind.PostgreSql);

public abstract class ContentHistoryTests(DatabaseKind kind) : ReviewingTests(kind)
{
    [Fact]
    public async Task The_history_of_a_text_is_read_from_the_newest_version_down()
    {
        var id = await CreateAsync();
        var first = await SaveAsync(id, "de", "Eins");
        await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, "de", Editor.System, None));
        await SaveAsync(id, "de", "Zwei", first.Version!.Id);

        var history = await OfAsync(id, Otto);

        Assert.Equal([(2, true, false), (1, false, true)], history.Select(version => (version.Number, version.IsDraft, version.IsPublished)));
        Assert.Contains("Eins", (await VersionAsync(id, 1, Otto))!.Data, StringComparison.Ordinal);
        Assert.Null(await VersionAsync(id, 3, Otto));
    }

    [Fact]
    public async Task Another_countrys_history_is_not_shown()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Eins");

        await Assert.ThrowsAsync<RightDeniedException>(() => OfAsync(id, Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => VersionAsync(id, 1, Frieda));
    }

    private Task<IReadOnlyList<PastVersion>> OfAsync(string id, Editor by) =>
        Site.WithAsync<ContentHistory, IReadOnlyList<PastVersion>>(history => history.OfAsync(id, "de", by, None));

    private Task<ContentVersion?> VersionAsync(string id, int number, Editor by) =>
        Site.WithAsync<ContentHistory, ContentVersion?>(history => history.VersionAsync(id, "de", number, by, None));
}
