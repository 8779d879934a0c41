using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Sources;

public sealed class SourceTextsOnSqliteTests() : SourceTextsTests(DatabaseKind.Sqlite);

public sealed class SourceTextsOnPostgreSqlTests() : SourceTextsTests(DatabaseKind.PostgreSql);

/// <summary>Rule 3: "outdated" is derived by comparing hashes of the source, never a stored flag.</summary>
public abstract class SourceTextsTests(DatabaseKind kind) : OnDatabase(kind)
{
    private static readonly Editor Ada = new("1", "Ada", [new Grant(Role.CampaignLead, Grant.Everywhere, Grant.Everywhere)]);

    private static readonly Editor Theo = new("2", "Theo", [new Grant(Role.Translator, Grant.Everywhere, ["de"])]);

    [Fact]
    public async Task A_translation_is_outdated_in_the_fields_that_its_source_says_otherwise_since()
    {
        var id = await TranslatedAsync();

        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay at all");

        Assert.Equal((id, "de", SourceKind.Translation, "en", "Body"), Flat(Assert.Single(await OutdatedAsync())));
        var source = await OfAsync(id, "de");
        var body = source.Fields.Single(one => one.Field == "Body");
        Assert.Equal(("Do not pay", "Do not pay at all", true), (body.Then!.Value.GetString(), body.Now!.Value.GetString(), body.IsOutdated));
        Assert.False(source.Fields.Single(one => one.Field == "Title").IsOutdated);
    }

    [Fact]
    public async Task A_draft_of_the_source_makes_nothing_outdated_before_it_is_published()
    {
        var id = await TranslatedAsync();

        await SaveAsync(id, "en", "Stop", "A new idea");

        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_save_without_a_change_or_with_other_blanks_makes_nothing_outdated()
    {
        var id = await TranslatedAsync();

        await SaveAndPublishAsync(id, "en", "Stop ", "\nDo not pay");
        await SaveAsync(id, "en", "Stop ", "\nDo not pay");

        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_field_written_anew_is_current_and_the_others_stay_outdated()
    {
        var id = await TranslatedAsync();
        await SaveAndPublishAsync(id, "en", "Halt", "Do not pay at all");

        await SaveAsync(id, "de", "Stopp", "Zahl gar nichts", Theo);

        Assert.Equal(["Title"], Assert.Single(await OutdatedAsync()).Fields);
    }

    [Fact]
    public async Task A_source_that_says_again_what_it_said_leaves_nothing_outdated()
    {
        var id = await TranslatedAsync();
        await SaveAndPublishAsync(id, "en", "Stop", "Something else");

        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay");

        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task An_imported_translation_was_made_from_what_was_public_when_it_was_written()
    {
        var monday = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
        var id = ContentId.New();
        await ImportAsync(id, Text(id, "en", "Old", monday));
        await ImportAsync(id, Text(id, "de", "Alt", monday.AddDays(1)));
        Assert.Empty(await OutdatedAsync());

        await ImportAsync(id, Text(id, "en", "New", monday.AddDays(2)));
        await ImportAsync(id, Text(id, "fr", "Nouveau", monday.AddDays(3)));

        Assert.Equal((id, "de", SourceKind.Translation, "en", "Title"), Flat(Assert.Single(await OutdatedAsync())));
    }

    [Fact]
    public async Task Importing_an_old_translation_does_not_make_it_current()
    {
        var monday = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
        var id = ContentId.New();
        await ImportAsync(id, Text(id, "en", "Old", monday));
        await ImportAsync(id, Text(id, "en", "New", monday.AddDays(2)));

        await ImportAsync(id, Text(id, "de", "Alt", monday.AddDays(1)));

        Assert.Equal("de", Assert.Single(await OutdatedAsync()).Locale);
    }

    [Fact]
    public async Task To_confirm_that_a_text_is_still_right_is_a_new_version_of_the_same_words_which_the_public_has_at_once()
    {
        var id = await TranslatedAsync();
        await PublishAsync(id, "de");
        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay at all");
        var before = await VariantAsync(id, "de");

        var confirmed = await ConfirmAsync(id, "de", before.PublishedId!, (await OfAsync(id, "de")).Now!.Id);

        var after = await VariantAsync(id, "de");
        Assert.True(confirmed.IsDone);
        Assert.Equal((before.Published!.Data, before.Published.PublishedAt, before.LastNumber + 1),
            (after.Published!.Data, after.Published.PublishedAt, after.Published.Number));
        Assert.Equal((await ChangesAsync())[^1].Sequence, confirmed.Sequence);
        Assert.Empty(await OutdatedAsync());
        Assert.Equal(1, await ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.Confirm && entry.Target == id)));
    }

    [Fact]
    public async Task A_draft_that_is_confirmed_stays_a_draft()
    {
        var id = await TranslatedAsync();
        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay at all");
        var changes = (await ChangesAsync()).Count;

        await ConfirmAsync(id, "de", (await VariantAsync(id, "de")).DraftId!, (await OfAsync(id, "de")).Now!.Id);

        Assert.Null((await VariantAsync(id, "de")).PublishedId);
        Assert.Equal(changes, (await ChangesAsync()).Count);
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task What_has_changed_since_it_was_compared_is_not_confirmed()
    {
        var id = await TranslatedAsync();
        var (text, source) = ((await VariantAsync(id, "de")).DraftId!, (await OfAsync(id, "de")).Now!.Id);
        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay at all");

        var result = await ConfirmAsync(id, "de", text, source);

        Assert.Contains("Compare them again", Assert.Single(result.Problems).Sentence, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RightDeniedException>(() => ConfirmAsync(id, "fr", text, source));
    }

    [Fact]
    public async Task A_country_is_told_when_the_campaigns_wording_has_changed_since_it_wrote_its_own()
    {
        var id = await TranslatedAsync();
        await PublishAsync(id, "de");
        var own = (await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateOverrideAsync(id, "AT", Editor.System, None))).Item!.Id;
        Assert.Empty(await OutdatedAsync("AT"));

        await SaveAndPublishAsync(id, "de", "Stopp", "Zahl auf keinen Fall");

        Assert.Equal((own, "de", SourceKind.Override, "de", "Body"), Flat(Assert.Single(await OutdatedAsync("AT"))));
        var source = await OfAsync(own, "de");
        Assert.Equal((SourceKind.Override, id), (source.Kind, source.ItemId));
        Assert.Equal("Zahl nicht", source.Fields.Single(one => one.Field == "Body").Then!.Value.GetString());
    }

    [Fact]
    public async Task Another_countrys_sources_are_not_shown()
    {
        var greta = new Editor("7", "Greta", [new Grant(Role.NationalEditor, ["DE"], Grant.Everywhere)]);

        await Assert.ThrowsAsync<RightDeniedException>(() => OutdatedAsync("FR", greta));
    }

    private static (string ItemId, string Locale, SourceKind Kind, string SourceLocale, string Fields) Flat(OutdatedText text) =>
        (text.ItemId, text.Locale, text.Kind, text.SourceLocale, string.Join(' ', text.Fields));

    private static BatchVersion Text(string id, string locale, string title, DateTime at) => new()
    {
        ItemId = id,
        Locale = locale,
        Values = Values(("Title", title)),
        IsPublished = true,
        CreatedAt = at,
        PublishedAt = at,
    };

    /// <summary>A public English text and a German draft made from it.</summary>
    private async Task<string> TranslatedAsync()
    {
        var created = await Site.WithAsync<ContentDrafts, CreateResult>(drafts =>
            drafts.CreateAsync(new() { Type = "Step", Scope = "EU", Slug = "one" }, Ada, None));
        var id = created.Item!.Id;
        await SaveAndPublishAsync(id, "en", "Stop", "Do not pay");
        await SaveAsync(id, "de", "Stopp", "Zahl nicht", Theo);

        return id;
    }

    private async Task ImportAsync(string id, BatchVersion version) => Assert.Empty((await CommitAsync(batch =>
    {
        batch.Put(Step(id, "imported"));
        batch.Put(version);
    })).Problems);

    private async Task SaveAndPublishAsync(string id, string locale, string title, string body)
    {
        await SaveAsync(id, locale, title, body);
        await PublishAsync(id, locale);
    }

    private async Task SaveAsync(string id, string locale, string title, string body, Editor? by = null)
    {
        var variant = await ReadAsync(db => db.Variants.AsNoTracking().SingleOrDefaultAsync(one => one.ItemId == id && one.Locale == locale));
        var result = await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(new()
        {
            ItemId = id,
            Locale = locale,
            Values = Values(("Title", title), ("Body", body)),
            BasedOn = variant?.DraftId ?? variant?.PublishedId,
        }, by ?? Ada, None));
        Assert.True(result.IsSaved);
    }

    private async Task PublishAsync(string id, string locale) => Assert.Empty((await Site.WithAsync<ContentPublisher, PublishResult>(publisher =>
        publisher.PublishAsync(id, locale, Editor.System, None))).Problems);

    private Task<Variant> VariantAsync(string id, string locale) => ReadAsync(db => db.Variants.AsNoTracking()
        .Include(one => one.Published).Include(one => one.Draft).SingleAsync(one => one.ItemId == id && one.Locale == locale));

    private Task<IReadOnlyList<OutdatedText>> OutdatedAsync(string scope = "EU", Editor? by = null) =>
        Site.WithAsync<SourceTexts, IReadOnlyList<OutdatedText>>(texts => texts.OutdatedAsync(scope, by ?? Ada, None));

    private async Task<SourceText> OfAsync(string id, string locale) =>
        (await Site.WithAsync<SourceTexts, SourceText?>(texts => texts.OfAsync(id, locale, Ada, None)))!;

    private Task<ReviewResult> ConfirmAsync(string id, string locale, string versionId, string sourceId) =>
        Site.WithAsync<SourceConfirmation, ReviewResult>(confirmation => confirmation.ConfirmAsync(id, locale, versionId, sourceId, Theo, None));
}

public sealed class SourceHashTests
{
    [Theory]
    [InlineData("\"a\\r\\nb\"", "\" a\\nb \"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("{\"Url\":\"x\",\"Text\":\"y\"}", "{\"Text\":\"y\",\"Url\":\"x\"}", true)]
    [InlineData("[\"a\",\"b\"]", "[\"b\",\"a\"]", false)]
    [InlineData("[\"a\",\"b\"]", "[\"a\\\",\\\"b\"]", false)]
    [InlineData("\"\"", "\"  \"", true)]
    [InlineData("\"1\"", "1", false)]
    public void A_hash_is_the_same_for_what_says_the_same(string one, string other, bool expected) =>
        Assert.Equal(expected, SourceHash.Of(JsonElement.Parse(one)) == SourceHash.Of(JsonElement.Parse(other)));
}
