using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Tests.Translating;

/// <summary>What tests of translations have in common: an English text, its German translation, and the people who write them.</summary>
public abstract class OnTranslation(DatabaseKind kind) : OnDatabase(kind)
{
    protected static Editor Ada { get; } = new("1", "Ada", [new Grant(Role.CampaignLead, Grant.Everywhere, Grant.Everywhere)]);

    protected static Editor Theo { get; } = new("2", "Theo", [new Grant(Role.Translator, Grant.Everywhere, ["de"])]);

    /// <summary>Source, translation and state of each pair; an exclamation mark where the source has changed since.</summary>
    protected static string Flat(TranslationPairs pairs, string field = "") => string.Join(' ', pairs.Pairs.Where(pair => pair.Field.StartsWith(field, StringComparison.Ordinal))
        .Select(pair => $"{pair.Field}:{pair.Source?.Text}|{pair.Target?.Text}|{pair.State}{(pair.HasChanged ? "!" : "")}"));

    protected static string Body(TranslationPairs pairs) => Flat(pairs, "Body");

    protected async Task<string> PublishedAsync(string title, string body, string slug = "one")
    {
        var id = (await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateAsync(new() { Type = "Step", Scope = "EU", Slug = slug }, Ada, None))).Item!.Id;
        await SaveAsync(id, "en", title, body);
        await PublishAsync(id, "en");

        return id;
    }

    /// <summary>A public English text and a German draft made from it.</summary>
    protected async Task<string> TranslatedAsync(string source, string target, string slug = "one")
    {
        var id = await PublishedAsync("Stop", source, slug);
        await SaveAsync(id, "de", "Halt", target);

        return id;
    }

    protected async Task SourceAsync(string id, string body, bool isMinor = false)
    {
        await SaveAsync(id, "en", "Stop", body, isMinor);
        await PublishAsync(id, "en");
    }

    protected async Task SaveAsync(string id, string locale, string title, string body, bool isMinor = false) =>
        Assert.True((await Site.WithAsync<ContentDrafts, SaveResult>(async drafts => await drafts.SaveAsync(new()
        {
            ItemId = id,
            Locale = locale,
            Values = Values(("Title", title), ("Body", body)),
            BasedOn = await NewestAsync(id, locale),
            IsMinor = isMinor,
        }, Ada, None))).IsSaved);

    protected async Task PublishAsync(string id, string locale) => Assert.Empty((await Site.WithAsync<ContentPublisher, PublishResult>(publisher =>
        publisher.PublishAsync(id, locale, Editor.System, None))).Problems);

    /// <summary>Writes beside the segments of the source that say something.</summary>
    protected async Task WriteAsync(string id, params (string Source, string Text)[] texts)
    {
        var pairs = await PairsAsync(id);
        await WriteAsync(id, texts.ToDictionary(text => pairs.Pairs.Single(pair => pair.Source?.Text == text.Source).Key, text => text.Text));
    }

    protected async Task WriteAsync(string id, IReadOnlyDictionary<string, string> texts)
    {
        var pairs = await PairsAsync(id);
        Assert.True((await WriteAsync(new() { ItemId = id, Locale = "de", SourceId = pairs.Source.Id, BasedOn = pairs.Target?.Id, Texts = texts }, Theo)).IsSaved);
    }

    protected async Task WriteAsync(TranslationPairs form, string key, string text) => Assert.True((await WriteAsync(new()
    {
        ItemId = form.ItemId,
        Locale = "de",
        SourceId = form.Source.Id,
        BasedOn = form.Target?.Id,
        Texts = new Dictionary<string, string> { [key] = text },
    }, Theo)).IsSaved);

    protected Task<SaveResult> WriteAsync(TranslationDraft draft, Editor by) =>
        Site.WithAsync<Translations, SaveResult>(texts => texts.SaveAsync(draft, by, None));

    /// <summary>Says that what stands beside a segment of the source is still right.</summary>
    protected async Task ConfirmAsync(string id, string source) =>
        Assert.True((await Confirmation(id, (await PairsAsync(id)).Pairs.Single(pair => pair.Source?.Text == source).Key)).IsDone);

    protected async Task<ReviewResult> Confirmation(string id, string key)
    {
        var pairs = await PairsAsync(id);

        return await Site.WithAsync<SourceConfirmation, ReviewResult>(confirmation =>
            confirmation.ConfirmAsync(id, "de", pairs.Target!.Id, pairs.Source.Id, [key], Theo, None));
    }

    protected async Task<TranslationPairs> PairsAsync(string id, string locale = "de") =>
        (await Site.WithAsync<Translations, TranslationPairs?>(texts => texts.OfAsync(id, locale, Ada, None)))!;

    protected async Task<string?> BodyAsync(string id) => ContentValues.Parse((await PairsAsync(id)).Target!.Data)["Body"]?.GetString();

    protected Task<IReadOnlyList<OutdatedText>> OutdatedAsync(string scope = "EU") =>
        Site.WithAsync<SourceTexts, IReadOnlyList<OutdatedText>>(texts => texts.OutdatedAsync(scope, Ada, None));

    protected Task<int> MadeFromAsync(string id, string locale) => Site.WithAsync<SourceTexts, int>(texts => texts.MadeFromAsync(id, locale, Ada, None));

    protected async Task<string> VersionAsync(string id, string locale) => (await NewestAsync(id, locale))!;

    private Task<string?> NewestAsync(string id, string locale) => ReadAsync(db => db.Variants.AsNoTracking()
        .Where(one => one.ItemId == id && one.Locale == locale).Select(one => one.DraftId ?? one.PublishedId).SingleOrDefaultAsync());
}
