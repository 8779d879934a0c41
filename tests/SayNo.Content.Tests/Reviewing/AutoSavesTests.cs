using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Reviewing;

public sealed class AutoSavesOnSqliteTests() : AutoSavesTests(DatabaseKind.Sqlite);

public sealed class AutoSavesOnPostgreSqlTests() : AutoSavesTests(DatabaseKind.PostgreSql);

public abstract class AutoSavesTests(DatabaseKind kind) : ReviewingTests(kind)
{
    private static readonly Editor Second = new("9", "Second", Greta.Grants);

    [Fact]
    public async Task What_was_typed_is_kept_for_its_editor_alone_and_the_later_form_stays()
    {
        var id = await CreateAsync();

        await KeepAsync(id, Form("first"));
        var kept = await KeepAsync(id, Form("second"));
        await KeepAsync(id, Form("somebody else's"), Second);

        var found = await FindAsync(id);
        Assert.Equal((Form("second"), kept.KeptAt), (found!.Form, (DateTime?)found.SavedAt));
        Assert.Equal(Form("somebody else's"), (await FindAsync(id, Second))!.Form);
    }

    [Fact]
    public async Task A_saved_version_makes_the_kept_form_of_its_editor_go()
    {
        var id = await CreateAsync();
        await KeepAsync(id, Form("typed"));
        await KeepAsync(id, Form("typed too"), Second);

        await SaveAsync(id, "de", "Typed and saved");

        Assert.Null(await FindAsync(id));
        Assert.NotNull(await FindAsync(id, Second));
    }

    [Fact]
    public async Task A_save_that_failed_keeps_the_form()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "de", "Saved by somebody else", by: Second);
        await KeepAsync(id, Form("typed"));

        var late = await SaveAsync(id, "de", "Typed");

        Assert.NotNull(late.Conflict);
        Assert.NotNull(await FindAsync(id));
    }

    [Fact]
    public async Task A_kept_form_can_be_dropped()
    {
        var id = await CreateAsync();
        await KeepAsync(id, Form("typed"));

        await Site.WithAsync<AutoSaves, bool>(async saves =>
        {
            await saves.DropAsync(id, "de", Greta, None);

            return true;
        });

        Assert.Null(await FindAsync(id));
    }

    [Fact]
    public async Task Two_windows_that_keep_at_once_do_not_hurt_each_other()
    {
        var id = await CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => KeepAsync(id, Form($"text {i}")))));

        Assert.All(results, result => Assert.True(result.IsKept));
    }

    [Fact]
    public async Task Nobody_keeps_or_reads_a_form_on_another_countrys_text()
    {
        var id = await CreateAsync();

        await Assert.ThrowsAsync<RightDeniedException>(() => KeepAsync(id, Form("x"), Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => FindAsync(id, Frieda));
        await Assert.ThrowsAsync<RightDeniedException>(() => KeepAsync(id, Form("x"), Anton));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"Title\":\"no list\"}")]
    [InlineData("half a sign")]
    [InlineData("{")]
    public async Task What_is_no_form_is_refused_in_a_sentence(string form)
    {
        var id = await CreateAsync();

        Assert.Contains("could not be read", Assert.Single((await KeepAsync(id, form == "half a sign" ? Form("\uD83D") : form)).Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_not_kept_and_what_was_kept_before_stays()
    {
        var id = await CreateAsync();
        await KeepAsync(id, Form("small"));

        var refused = await KeepAsync(id, Form(new('ü', 600_000)));

        Assert.Contains("1024 KB", Assert.Single(refused.Problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(Form("small"), (await FindAsync(id))!.Form);
    }

    private Task<AutoSaveResult> KeepAsync(string id, string form, Editor? by = null) =>
        Site.WithAsync<AutoSaves, AutoSaveResult>(saves => saves.KeepAsync(id, "de", null, form, by ?? Greta, None));

    private Task<AutoSave?> FindAsync(string id, Editor? by = null) =>
        Site.WithAsync<AutoSaves, AutoSave?>(saves => saves.FindAsync(id, "de", by ?? Greta, None));
}
