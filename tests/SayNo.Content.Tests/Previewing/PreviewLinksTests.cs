using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Auditing;
using SayNo.Content.Previewing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Tests.Reviewing;

namespace SayNo.Content.Tests.Previewing;

public sealed class PreviewLinksOnSqliteTests() : PreviewLinksTests(DatabaseKind.Sqlite);

public sealed class PreviewLinksOnPostgreSqlTests() : PreviewLinksTests(DatabaseKind.PostgreSql);

public abstract class PreviewLinksTests(DatabaseKind kind) : ReviewingTests(kind)
{
    [Fact]
    public async Task A_link_opens_until_it_is_revoked()
    {
        var id = await DraftAsync();

        var made = await LinkAsync(id);
        var opened = await OpenAsync(made.Token!);
        await RevokeAsync(made.Link!.Id, Anton);

        Assert.Equal((id, "/de/de"), (opened!.Link.ItemId, opened.Link.Path));
        Assert.Null(await OpenAsync(made.Token!));
        Assert.NotNull(Assert.Single(await OfAsync(id, Otto)).RevokedAt);
        Assert.Equal("Greta", Assert.Single(await AuditAsync(Acts.CreatePreviewLink)).Actor);
        Assert.Equal("Anton", Assert.Single(await AuditAsync(Acts.RevokePreviewLink)).Actor);
    }

    [Fact]
    public async Task A_link_opens_no_longer_when_its_time_is_over()
    {
        var id = await DraftAsync();
        var clock = new Later();
        var later = Site.AddNode(services => services.AddSingleton<TimeProvider>(clock));

        var made = await LinkAsync(id);
        clock.By = TimeSpan.FromMinutes(59);
        var before = await OpenAsync(made.Token!, later);
        clock.By = TimeSpan.FromMinutes(61);

        Assert.NotNull(before);
        Assert.Null(await OpenAsync(made.Token!, later));
    }

    [Fact]
    public async Task The_token_is_stored_nowhere_and_no_other_spelling_of_it_opens()
    {
        var id = await DraftAsync();

        var token = (await LinkAsync(id)).Token!;

        var link = await ReadAsync(db => db.PreviewLinks.AsNoTracking().SingleAsync());
        var audit = Assert.Single(await AuditAsync(Acts.CreatePreviewLink));
        Assert.All([link.Id, link.TokenHash, link.Path, audit.After, audit.Note], text => Assert.DoesNotContain(token, text ?? "", StringComparison.Ordinal));

        foreach (var other in new[] { token + "=", token.ToUpperInvariant(), token[..^1], "", link.TokenHash, link.Id, "../" + token })
        {
            Assert.Null(await OpenAsync(other));
        }
    }

    [Theory]
    [InlineData(5, "/de/de", "de", "from 10 minutes to 30 days")]
    [InlineData(60 * 24 * 31, "/de/de", "de", "from 10 minutes to 30 days")]
    [InlineData(60, "https://elsewhere.example/", "de", "a page of this site")]
    [InlineData(60, "//elsewhere.example/", "de", "a page of this site")]
    [InlineData(60, "/de/fr", "fr", "no text to show")]
    public async Task What_makes_no_link_is_refused_in_a_sentence(int minutes, string path, string locale, string expected)
    {
        var id = await DraftAsync();

        var result = await LinkAsync(id, minutes, path, locale);

        Assert.Contains(expected, Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
        Assert.Null(result.Token);
    }

    [Fact]
    public async Task Who_may_neither_write_nor_publish_a_text_cannot_show_it_to_others()
    {
        var id = await DraftAsync();
        var made = await LinkAsync(id);

        await Assert.ThrowsAsync<RightDeniedException>(() => LinkAsync(id, by: Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => LinkAsync(id, by: Otto));
        await Assert.ThrowsAsync<RightDeniedException>(() => RevokeAsync(made.Link!.Id, Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => OfAsync(id, Frieda));
    }

    [Fact]
    public async Task A_preview_shows_the_newest_draft_of_that_text_and_everything_else_as_it_is_public()
    {
        var other = await DraftAsync("other");
        var id = await DraftAsync();
        await PublishAsync(id, "de");
        var published = await VersionAsync(id);
        await SaveAsync(id, "de", "Neu", published);
        await SaveAsync(id, "en", "New");
        var made = await LinkAsync(id);

        var preview = await Site.WithAsync<PreviewPictures, Preview?>(async pictures => await pictures.OfAsync((await OpenAsync(made.Token!))!, None));

        Assert.True(preview!.Picture.IsPreview);
        Assert.Equal("Neu", preview.Item.Locales["de"].Values["Title"]!.Value.GetString());
        Assert.Equal(["de"], preview.Item.Locales.Keys);
        Assert.Null(preview.Picture.Find(other));
    }

    [Fact]
    public async Task What_was_typed_is_shown_without_being_saved_and_the_shared_values_stand_beside_it()
    {
        var id = await DraftAsync();
        await Site.WithAsync<ContentDrafts, SaveResult>(drafts =>
            drafts.SaveAsync(new() { ItemId = id, Locale = "", Values = Values(("Next", new System.Text.Json.Nodes.JsonArray(id))) }, Greta, None));

        var preview = await PreviewAsync(id, "fr", Values(("Title", "Appelle")), Greta);

        Assert.Equal("Appelle", preview!.Item.Locales["fr"].Values["Title"]!.Value.GetString());
        Assert.NotNull(preview.Item.Neutral);
        Assert.Null(await PreviewAsync(id, "fr", null, Greta));
        await Assert.ThrowsAsync<RightDeniedException>(() => PreviewAsync(id, "de", null, Frieda));
    }

    private async Task<string> DraftAsync(string slug = "one")
    {
        var id = await CreateAsync(slug);
        await SaveAsync(id, "de", "Alt");

        return id;
    }

    private async Task<string> VersionAsync(string id) =>
        await ReadAsync(db => db.Variants.Where(one => one.ItemId == id && one.Locale == "de").Select(one => one.PublishedId!).SingleAsync());

    private Task<PublishResult> PublishAsync(string id, string locale) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(id, locale, Editor.System, None));

    private Task<PreviewLinkResult> LinkAsync(string id, int minutes = 60, string path = "/de/de", string locale = "de", Editor? by = null) =>
        Site.WithAsync<PreviewLinks, PreviewLinkResult>(links => links.CreateAsync(
            new() { ItemId = id, Locale = locale, Path = path, Lasts = TimeSpan.FromMinutes(minutes) }, by ?? Greta, None));

    private Task<OpenedPreview?> OpenAsync(string token, IServiceProvider? node = null) =>
        Site.WithAsync<PreviewLinks, OpenedPreview?>(links => links.OpenAsync(token, None), node);

    private Task<PreviewLinkResult> RevokeAsync(string id, Editor by) =>
        Site.WithAsync<PreviewLinks, PreviewLinkResult>(links => links.RevokeAsync(id, by, None));

    private Task<IReadOnlyList<PreviewLink>> OfAsync(string id, Editor by) =>
        Site.WithAsync<PreviewLinks, IReadOnlyList<PreviewLink>>(links => links.OfAsync(id, "de", by, None));

    private Task<Preview?> PreviewAsync(string id, string locale, ContentValues? typed, Editor by) =>
        Site.WithAsync<PreviewPictures, Preview?>(pictures => pictures.OfAsync(id, locale, typed, by, None));

    private sealed class Later : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
