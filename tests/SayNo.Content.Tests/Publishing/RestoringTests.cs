using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class RestoringOnSqliteTests() : RestoringTests(DatabaseKind.Sqlite);

public sealed class RestoringOnPostgreSqlTests() : RestoringTests(DatabaseKind.PostgreSql);

/// <summary>Rule 10: restore is a new version, history is never rewritten. And how an override begins.</summary>
public abstract class RestoringTests(DatabaseKind kind) : DeskTests(kind)
{
    [Fact]
    public async Task Restore_is_a_new_version_and_history_stays()
    {
        var id = await CreateAsync("Step");
        var first = await SaveAsync(id, "de", Ada, ("Title", "Erster"));
        var second = await SaveAsync(id, "de", Ada, ("Title", "Zweiter"));

        var result = await RestoreAsync(id, first.Id, second.Id, Ada);

        Assert.Equal((3, first.Data, second.Id), (result.Version!.Number, result.Version.Data, result.Version.BasedOn));
        Assert.Equal([1, 2, 3], await ReadAsync(db => db.Versions.Select(version => version.Number).Order().ToListAsync()));
        Assert.Equal(Acts.Restore, (await AuditAsync())[^1].Act);
        Assert.Null((await VariantAsync(id, "de")).Published);
    }

    [Fact]
    public async Task Restoring_over_a_version_that_one_has_not_seen_is_a_conflict()
    {
        var id = await CreateAsync("Step");
        var first = await SaveAsync(id, "de", Ada, ("Title", "Erster"));
        await SaveAsync(id, "de", Ada, ("Title", "Zweiter"));

        var result = await RestoreAsync(id, first.Id, first.Id, Ada);

        Assert.Equal(2, result.Conflict!.Theirs!.Number);
    }

    [Fact]
    public async Task A_version_of_another_text_cannot_be_restored_here()
    {
        var (id, other) = (await CreateAsync("Step"), await CreateAsync("Step", slug: "two"));
        var first = await SaveAsync(id, "de", Ada, ("Title", "Erster"));
        var strange = await SaveAsync(other, "de", Ada, ("Title", "Fremd"));

        Assert.False((await RestoreAsync(id, strange.Id, first.Id, Ada)).IsSaved);
        Assert.False((await RestoreAsync(id, "nothing", first.Id, Ada)).IsSaved);
        await Assert.ThrowsAsync<RightDeniedException>(() => RestoreAsync(id, first.Id, first.Id, French));
        await Assert.ThrowsAsync<RightDeniedException>(() => RestoreAsync(id, first.Id, first.Id, Bert));
    }

    [Fact]
    public async Task An_override_begins_with_what_the_public_reads_of_the_original_and_remembers_what_it_was_made_from()
    {
        var id = await CreateAsync("Step", "EU", by: Lead);
        var english = await SaveAsync(id, "en", Lead, ("Title", "Do not pay."));
        await SaveAsync(id, "de", Lead, ("Title", "Zahl nicht."));
        await SaveAsync(id, "", Lead, ("Next", new JsonArray(id)));
        await PublishAsync(id, "", Lead);
        await PublishAsync(id, "en", Lead);
        await PublishAsync(id, "de", Lead);
        await SaveAsync(id, "de", Lead, ("Title", "Noch nicht gelesen."));

        var result = await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateOverrideAsync(id, "DE", Ada, None));

        var variants = await ReadAsync(db => db.Variants.AsNoTracking().Include(variant => variant.Draft)
            .Where(variant => variant.ItemId == result.Item!.Id).OrderBy(variant => variant.Locale).ToListAsync());
        Assert.Equal(["", "de", "en"], variants.Select(variant => variant.Locale));
        Assert.Equal("""{"Title":"Zahl nicht."}""", variants[1].Draft!.Data);
        Assert.Equal(("Ada", 1, VariantState.Draft), (variants[2].Draft!.Author, variants[2].Draft!.Number, variants[2].State));
        Assert.Equal(english.Id, MadeFrom.Parse(variants[2].Draft!.MadeFrom!).VersionId);
        Assert.Equal((Acts.CreateOverride, "DE"), ((await AuditAsync())[^1].Act, (await AuditAsync())[^1].Scope));
    }

    private Task<SaveResult> RestoreAsync(string id, string versionId, string basedOn, Editor by) =>
        Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.RestoreAsync(id, "de", versionId, basedOn, by, None));
}
