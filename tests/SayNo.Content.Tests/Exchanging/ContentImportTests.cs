using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Exchanging;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Exchanging;

public sealed class ContentImportOnSqliteTests() : ContentImportTests(DatabaseKind.Sqlite);

public sealed class ContentImportOnPostgreSqlTests() : ContentImportTests(DatabaseKind.PostgreSql);

/// <summary>A country's texts come in as drafts, whole or not at all, and touch nobody else's.</summary>
public abstract class ContentImportTests(DatabaseKind kind) : OnDatabase(kind)
{
    private static readonly Editor Greta = new("7", "Greta", [new Grant(Role.NationalApprover, ["DE"], Grant.Everywhere)]);
    private static readonly Editor Paul = new("8", "Paul", [new Grant(Role.NationalApprover, ["DE"], Grant.Everywhere)]);

    private readonly string _german = ContentId.New();
    private readonly string _austrian = ContentId.New();

    [Fact]
    public async Task What_one_site_exports_another_takes_as_drafts_once()
    {
        await FillAsync();
        var exported = await ExportAsync("DE");
        var sequence = (await ChangesAsync()).Count;
        Assert.DoesNotContain(_austrian, exported, StringComparison.Ordinal);
        await CommitDeletionAsync(_german);

        var looked = await CheckAsync(exported);
        var done = await ApplyAsync(exported, looked.Fingerprint);
        var again = await ApplyAsync(exported);

        Assert.Empty(looked.Problems);
        Assert.Equal((1, 0, 2, false), (looked.NewItems, looked.ChangedItems, looked.Texts, looked.IsApplied));
        Assert.True(done.IsApplied);
        Assert.True(again is { IsApplied: true, ChangesNothing: true, SameItems: 1 });
        var drafts = await ReadAsync(db => db.Variants.Include(one => one.Draft).Where(one => one.ItemId == _german).ToListAsync());
        Assert.All(drafts, one => Assert.True(one is { PublishedId: null, Draft.AuthorId: "7" }));
        Assert.Equal(sequence + 1, (await ChangesAsync()).Count);
        Assert.Single(await ReadAsync(db => db.Versions.Where(one => one.VariantId == one.Id || db.Variants.Any(v => v.ItemId == _austrian && v.Id == one.VariantId)).ToListAsync()));
    }

    [Fact]
    public async Task A_number_that_was_imported_is_published_by_another_person()
    {
        await FillAsync();
        var exported = (await ExportAsync("DE")).Replace("0800 1", "0800 2", StringComparison.Ordinal);

        var done = await ApplyAsync(exported);

        var text = Assert.Single(Assert.Single(done.Items).Texts);
        Assert.Equal(("", "0800 1", "0800 2"), (text.Locale, text.Before?["Phone"]?.GetString(), text.After["Phone"]?.GetString()));
        Assert.Contains("changed by you", (await PublishAsync(Greta)).Problems[0].Sentence.ToString(), StringComparison.Ordinal);
        Assert.True((await PublishAsync(Paul)).IsDone);
    }

    [Fact]
    public async Task A_file_with_an_item_of_another_owner_is_refused_whole()
    {
        await FillAsync();
        var exported = (await ExportAsync("DE")).Replace("0800 1", "0800 2", StringComparison.Ordinal);
        var claimed = (await ExportAsync("AT")).Replace("\"Scope\": \"AT\"", "\"Scope\": \"DE\"", StringComparison.Ordinal);
        var before = await ReadAsync(db => db.Versions.CountAsync());

        var foreign = await ApplyAsync((await ExportAsync(null, "\"data\"")).Replace("0800 1", "0800 2", StringComparison.Ordinal));
        var stolen = await ApplyAsync(claimed);
        await Assert.ThrowsAsync<RightDeniedException>(() => ApplyAsync(exported, scope: "AT"));

        Assert.Contains(foreign.Problems, one => one.Line > 1 && one.Path == "$.steps[0].data[0].SayNoPart.Scope" && one.Sentence.Contains(_austrian, StringComparison.Ordinal));
        Assert.Contains("belongs to AT", Assert.Single(stolen.Problems).Sentence, StringComparison.Ordinal);
        Assert.False(foreign.IsApplied || stolen.IsApplied);
        Assert.Equal(before, await ReadAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task What_somebody_saved_since_the_check_stops_the_import()
    {
        await FillAsync();
        var exported = (await ExportAsync("DE")).Replace("0800 1", "0800 2", StringComparison.Ordinal);
        var looked = await CheckAsync(exported);
        await CommitAsync(batch => Fill(batch, _german, "DE", "0800 3", isPublished: false));

        var done = await ApplyAsync(exported, looked.Fingerprint);

        Assert.True(done is { IsStale: true, IsApplied: false });
        Assert.Equal("0800 3", Assert.Single(Assert.Single((await CheckAsync(exported)).Items).Texts).Before?["Phone"]?.GetString());
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_line_and_reason()
    {
        await FillAsync();
        var exported = await ExportAsync("DE");
        (string Right, string Wrong, string Path, string Reason)[] cases =
        [
            ("\"content\"", "\"settings\"", "$.steps[0].name", "takes a recipe run by its administrator"),
            ("\"Organisation\"", "\"Organization\"", "$.steps[0].data[0].Contact.Organization", "has no field Organization"),
            ("\"Organisation\": {", "\"Organisation\": {{", "$", "not JSON"),
            ("\"Slug\": \"police\"", "\"Slug\": \"po lice\"", "$.steps[0].data[0].SayNoPart.Slug", "is no slug"),
            ("\"0800 1\"", "\"[js: 1]\"", "$.steps[0].data[0].Contact.Phone.Text", "script"),
        ];

        foreach (var (right, wrong, path, reason) in cases)
        {
            var broken = exported.Replace(right, wrong, StringComparison.Ordinal);
            var line = exported[..exported.IndexOf(right, StringComparison.Ordinal)].Count(sign => sign == '\n') + 1;

            var problem = (await CheckAsync(broken)).Problems[0];

            Assert.Equal((path, line), (problem.Path, problem.Line));
            Assert.Contains(reason, problem.Sentence, StringComparison.Ordinal);
            Assert.False((await ApplyAsync(broken)).IsApplied);
        }
    }

    [Fact]
    public async Task A_file_that_ends_too_early_is_refused_wherever_it_ends()
    {
        await FillAsync();
        var exported = (await ExportAsync("DE")).TrimEnd();

        foreach (var length in new[] { 0, 1, exported.Length / 3, exported.Length / 2, exported.Length - 1 })
        {
            Assert.True((await CheckAsync(exported[..length])).IsRefused, $"{length}");
        }
    }

    [Fact]
    public async Task An_old_file_makes_no_outdated_translation_current()
    {
        var id = ContentId.New();
        await CommitAsync(batch => FillStep(batch, id, "Stop", "Nein"));
        var exported = (await ExportAsync("DE")).Replace("Nein", "Nein!", StringComparison.Ordinal);
        await CommitAsync(batch => FillStep(batch, id, "Stop now", "Nein"));
        await Site.WithAsync<Content.Published.ChangeFollower, bool>(async follower =>
        {
            await follower.CatchUpAsync(None);

            return true;
        });

        var done = await ApplyAsync(exported.Replace("\"Stop\"", "\"Stop now\"", StringComparison.Ordinal));

        Assert.Equal(["de"], Assert.Single(done.Items).Texts.Select(text => text.Locale));
        var outdated = await Site.WithAsync<Content.Sources.SourceTexts, Content.Sources.SourceText?>(sources => sources.OfAsync(id, "de", Greta, None));
        Assert.True(outdated?.Fields.Single(field => field.Field == "Title").IsOutdated);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind()
    {
        var items = Enumerable.Range(0, 450).Select(number => (Id: ContentId.New(), Number: number)).ToList();
        await CommitAsync(batch => items.ForEach(one => Fill(batch, one.Id, "DE", "0800 1", slug: $"police-{one.Number}")));
        var exported = (await ExportAsync("DE")).Replace("0800 1", "0800 2", StringComparison.Ordinal);
        var versions = await ReadAsync(db => db.Versions.CountAsync());
        using var cancel = new CancellationTokenSource();
        var told = new List<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.WithAsync<ContentImport, ImportReport>(
            import => import.ApplyAsync(FileOf(exported), "DE", null, Greta, new Told(told, cancel), cancel.Token)));

        Assert.InRange(Assert.Single(told), 1, 90);
        Assert.Equal(versions, await ReadAsync(db => db.Versions.CountAsync()));
        Assert.Equal(450, (await ApplyAsync(exported)).Texts);
    }

    private async Task FillAsync() => Assert.Empty((await CommitAsync(batch =>
    {
        Fill(batch, _german, "DE", "0800 1");
        batch.Put(new BatchVersion { ItemId = _german, Locale = "de", Values = Values(("HoursNote", "nachts auch")), IsPublished = true });
        Fill(batch, _austrian, "AT", "0800 9");
    })).Problems);

    private static void Fill(ContentBatch batch, string id, string scope, string phone, bool isPublished = true, string slug = "police")
    {
        batch.Put(new BatchItem { Id = id, Type = "Contact", Scope = scope, Slug = slug });
        batch.Put(new BatchVersion { ItemId = id, Locale = "", Values = Values(("Organisation", "Police"), ("Phone", phone)), IsPublished = isPublished });
    }

    private static void FillStep(ContentBatch batch, string id, string english, string german)
    {
        batch.Put(Step(id, "stop", "DE"));
        batch.Put(Title(id, "en", english));
        batch.Put(Title(id, "de", german));
    }

    private async Task CommitDeletionAsync(string id) => await Site.WithAsync<ContentPublisher, PublishResult>(
        publisher => publisher.DeleteAsync(id, Editor.System, None));

    private Task<PublishResult> PublishAsync(Editor by) =>
        Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(_german, "", by, None));

    private Task<ImportReport> CheckAsync(string text) =>
        Site.WithAsync<ContentImport, ImportReport>(import => import.CheckAsync(FileOf(text), "DE", Greta, null, None));

    private Task<ImportReport> ApplyAsync(string text, string? fingerprint = null, string scope = "DE") =>
        Site.WithAsync<ContentImport, ImportReport>(import => import.ApplyAsync(FileOf(text), scope, fingerprint, Greta, null, None));

    private static ImportFile FileOf(string text) => new("my.recipe.json", text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private async Task<string> ExportAsync(string? scope, string? from = null)
    {
        using var stream = new MemoryStream();
        await Site.WithAsync<RecipeExport, bool>(async export =>
        {
            await export.WriteAsync(stream, scope, null, None);

            return true;
        });
        var text = Encoding.UTF8.GetString(stream.ToArray());

        // Of the whole site's recipe only the step with the items.
        return from is null ? text : "{\n\"steps\": [ { \"name\": \"content\", " + text[text.IndexOf(from, StringComparison.Ordinal)..];
    }

    private sealed class Told(List<int> told, CancellationTokenSource cancel) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value)
        {
            told.Add(value.Done);
            cancel.Cancel();
        }
    }
}
