using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Tests.Translating;

public sealed class TranslationsOnSqliteTests() : TranslationsTests(DatabaseKind.Sqlite);

public sealed class TranslationsOnPostgreSqlTests() : TranslationsTests(DatabaseKind.PostgreSql);

/// <summary>Source and translation side by side, and what a change of the source does to each segment.</summary>
public abstract class TranslationsTests(DatabaseKind kind) : OnTranslation(kind)
{
    [Fact]
    public async Task A_text_that_does_not_exist_yet_is_missing_segment_by_segment()
    {
        var id = await PublishedAsync("Stop", "One.\n\nTwo.");

        var pairs = await PairsAsync(id);

        Assert.Equal("Title:Stop||Missing Body:One.||Missing Body:Two.||Missing", Flat(pairs));
        Assert.Equal(("en", SourceKind.Translation, false, true), (pairs.SourceLocale, pairs.Kind, pairs.IsOutdated, pairs.IsSourcePublic));
        Assert.Null(await Site.WithAsync<Translations, TranslationPairs?>(texts => texts.OfAsync(id, "en", Ada, None)));
    }

    [Fact]
    public async Task What_is_written_beside_a_segment_stands_in_its_place_and_the_rest_stays_missing()
    {
        var id = await PublishedAsync("Stop", "One.\n\nTwo.\n\nThree.");

        await WriteAsync(id, ("Two.", "Zwei."));
        await WriteAsync(id, ("Stop", "Halt"), ("Three.", "Drei.\n\nUnd vier."));

        Assert.Equal("Title:Stop|Halt|Current Body:One.||Missing Body:Two.|Zwei.|Current Body:Three.|Drei.\n\nUnd vier.|Current", Flat(await PairsAsync(id)));
        Assert.Equal("Zwei.\n\nDrei.\n\nUnd vier.", await BodyAsync(id));
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_block_that_the_source_adds_is_missing_and_no_other_is_outdated()
    {
        var id = await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.");

        await SourceAsync(id, "One.\n\nNew.\n\nTwo.");

        Assert.Equal("Body:One.|Eins.|Current Body:New.||Missing! Body:Two.|Zwei.|Current", Body(await PairsAsync(id)));
        Assert.Equal(["Body"], Assert.Single(await OutdatedAsync()).Fields);

        await WriteAsync(id, ("New.", "Neu."));

        Assert.Equal("Eins.\n\nNeu.\n\nZwei.", await BodyAsync(id));
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_block_that_the_source_moves_is_outdated_alone_until_it_is_moved_or_confirmed()
    {
        var id = await TranslatedAsync("One.\n\nTwo.\n\nThree.", "Eins.\n\nZwei.\n\nDrei.");
        await SourceAsync(id, "Three.\n\nOne.\n\nTwo.");

        var pairs = await PairsAsync(id);

        Assert.Equal("Body:Three.|Drei.|Outdated! Body:One.|Eins.|Current Body:Two.|Zwei.|Current", Body(pairs));
        Assert.True(pairs.Pairs.Single(pair => pair.Source?.Text == "Three.").IsMoved);
        await ConfirmAsync(id, "Three.");
        Assert.Empty(await OutdatedAsync());
        await SourceAsync(id, "One.\n\nTwo.\n\nThree.");
        Assert.Single(await OutdatedAsync());
        await SaveAsync(id, "de", "Halt", "Eins.\n\nDrei.\n\nZwei.");
        Assert.Single(await OutdatedAsync());
    }

    [Fact]
    public async Task A_changed_segment_says_what_it_said_and_is_confirmed_by_itself()
    {
        var id = await TranslatedAsync("One.\n\nTwo.\n\nThree.", "Eins.\n\nZwei.\n\nDrei.");
        await SourceAsync(id, "One!\n\nTwo.\n\nThree!");

        var changed = (await PairsAsync(id)).Pairs.Single(pair => pair.Source?.Text == "One!");
        Assert.Equal(("One.", "Eins.", SegmentState.Outdated), (changed.Then, changed.Target?.Text, changed.State));
        await ConfirmAsync(id, "One!");

        Assert.Equal("Body:One!|Eins.|Current Body:Two.|Zwei.|Current Body:Three!|Drei.|Outdated!", Body(await PairsAsync(id)));
        Assert.Single(await OutdatedAsync());
        await ConfirmAsync(id, "Three!");
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task What_is_confirmed_along_with_what_is_written_is_one_version_and_what_is_typed_as_it_was_counts_for_nothing()
    {
        var id = await TranslatedAsync("One.\n\nTwo.\n\nThree.", "Eins.\n\nZwei.\n\nDrei.");
        await SaveAsync(id, "en", "Halt", "One!\n\nTwo!\n\nThree!");
        await PublishAsync(id, "en");
        var form = await PairsAsync(id);
        var keys = form.Pairs.ToDictionary(pair => pair.Source!.Text, pair => pair.Key);

        await WriteAsync(new()
        {
            ItemId = id,
            Locale = "de",
            SourceId = form.Source.Id,
            BasedOn = form.Target!.Id,
            Texts = new Dictionary<string, string> { [keys["One!"]] = "Eins!", [keys["Three!"]] = "Drei.\r\n" },
            Confirmed = [keys["Halt"], keys["Two!"]],
        }, Theo);

        Assert.Equal("Title:Halt|Halt|Current Body:One!|Eins!|Current Body:Two!|Zwei.|Current Body:Three!|Drei.|Outdated!", Flat(await PairsAsync(id)));
        Assert.Equal(2, (await PairsAsync(id)).Target!.Number);
    }

    [Fact]
    public async Task What_the_source_gives_up_is_extra_until_it_is_taken_away_or_kept_on_purpose()
    {
        var (id, other) = (await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei."), await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.", "two"));
        await SourceAsync(id, "One.");
        await SourceAsync(other, "One.");
        var gone = (await PairsAsync(id)).Pairs.Single(pair => pair.State == SegmentState.Extra);
        Assert.Equal(("Two.", "Zwei.", true), (gone.Then, gone.Target?.Text, gone.HasChanged));

        await WriteAsync(id, new Dictionary<string, string> { [gone.Key] = "" });
        Assert.True((await Confirmation(other, (await PairsAsync(other)).Pairs.Single(pair => pair.State == SegmentState.Extra).Key)).IsDone);

        Assert.Equal("Eins.", await BodyAsync(id));
        Assert.Equal("Body:One.|Eins.|Current Body:|Zwei.|Extra", Body(await PairsAsync(other)));
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task What_was_written_beside_an_older_source_is_outdated_by_the_newer_one()
    {
        var id = await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.");
        await SourceAsync(id, "One!\n\nTwo.");
        var form = await PairsAsync(id);
        await SourceAsync(id, "One?\n\nTwo.");

        await WriteAsync(form, form.Pairs.Single(pair => pair.Source?.Text == "One!").Key, "Eins!");

        var pair = (await PairsAsync(id)).Pairs.Single(one => one.Source?.Text == "One?");
        Assert.Equal(("One!", "Eins!", SegmentState.Outdated), (pair.Then, pair.Target?.Text, pair.State));
    }

    [Fact]
    public async Task A_whole_text_that_was_written_anew_is_current_only_where_it_was()
    {
        var id = await TranslatedAsync("One.\n\nTwo.\n\nThree.", "Eins.\n\nZwei.\n\nDrei.");
        await SourceAsync(id, "One!\n\nTwo!\n\nThree.");

        await SaveAsync(id, "de", "Halt", "Eins.\n\nZwei!\n\nUnd noch etwas.\n\nDrei.");

        Assert.Equal("Body:One!|Eins.|Outdated! Body:Two!|Zwei!\n\nUnd noch etwas.|Current Body:Three.|Drei.|Current", Body(await PairsAsync(id)));
    }

    [Fact]
    public async Task A_minor_edit_leaves_translations_current_and_a_real_change_after_it_shows_what_the_translator_saw()
    {
        var id = await TranslatedAsync("Dont pay.\n\nTwo.", "Zahl nicht.\n\nZwei.");

        await SourceAsync(id, "Don't pay.\n\nTwo.", isMinor: true);
        await SourceAsync(id, "Don’t pay.\n\nTwo.", isMinor: true);
        Assert.Empty(await OutdatedAsync());

        await SourceAsync(id, "Never pay.\n\nTwo.");
        var pair = Assert.Single((await PairsAsync(id)).Pairs, pair => pair.HasChanged);
        Assert.Equal(("Dont pay.", "Never pay."), (pair.Then, pair.Source?.Text));

        await SourceAsync(id, "Don't pay.\n\nTwo.");
        Assert.Empty(await OutdatedAsync());
        Assert.Equal(2, await ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.SaveMinor)));
    }

    [Fact]
    public async Task A_minor_edit_that_adds_a_block_is_told_to_translators_and_one_after_a_real_change_hides_nothing()
    {
        var id = await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.");

        await SaveAsync(id, "en", "Stop", "Other.\n\nTwo.");
        await SourceAsync(id, "Another.\n\nTwo!\n\nNew.", isMinor: true);

        Assert.Equal("Body:Another.|Eins.|Outdated! Body:Two!|Zwei.|Current Body:New.||Missing!", Body(await PairsAsync(id)));
    }

    [Fact]
    public async Task To_change_what_was_called_a_minor_edit_for_real_takes_it_back_and_to_restore_it_does_not()
    {
        var id = await TranslatedAsync("One.", "Eins.");
        var first = await VersionAsync(id, "en");
        await SourceAsync(id, "One!", isMinor: true);
        await Site.WithAsync<ContentDrafts, SaveResult>(async drafts => await drafts.RestoreAsync(id, "en", first, await VersionAsync(id, "en"), Ada, None));
        await PublishAsync(id, "en");
        await ConfirmAsync(id, "One.");
        Assert.Empty(await OutdatedAsync());

        await SourceAsync(id, "One!");

        Assert.Single(await OutdatedAsync());
    }

    [Fact]
    public async Task A_minor_edit_that_is_not_public_yet_says_nothing_of_what_is()
    {
        var id = await TranslatedAsync("One.", "Eins.");
        await SourceAsync(id, "Other.");

        await SaveAsync(id, "en", "Stop", "One.", isMinor: true);
        Assert.Single(await OutdatedAsync());

        await PublishAsync(id, "en");
        Assert.Empty(await OutdatedAsync());
    }

    [Fact]
    public async Task A_text_that_remembers_hashes_of_whole_fields_is_still_understood()
    {
        var id = await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.");
        var source = await VersionAsync(id, "en");
        var body = SourceHash.Of("One.\n\nTwo.");
        var remembered = $$"""{ "VersionId": "{{source}}", "Hashes": { "Title": "{{SourceHash.Of("Stop")}}", "Body": "{{body}}" } }""";
        await ReadAsync(db => db.Versions.Where(version => version.MadeFrom != null)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.MadeFrom, remembered)));
        Assert.Empty(await OutdatedAsync());

        await SourceAsync(id, "One.\n\nTwo!");

        Assert.Equal("Body:One.|Eins.|Current Body:Two!|Zwei.|Outdated!", Body(await PairsAsync(id)));
        Assert.Equal("Two.", (await PairsAsync(id)).Pairs[^1].Then);
    }

    [Fact]
    public async Task An_imported_text_that_comes_back_is_as_old_as_it_was()
    {
        var monday = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
        var id = ContentId.New();
        await CommitAsync(batch =>
        {
            batch.Put(Step(id, "imported"));
            batch.Put(Title(id, "en", "Old") with { CreatedAt = monday, PublishedAt = monday });
            batch.Put(Title(id, "de", "Alt") with { CreatedAt = monday, PublishedAt = monday });
        });
        var imported = await VersionAsync(id, "de");
        await SaveAsync(id, "en", "New", "Body");
        await PublishAsync(id, "en");
        await SaveAsync(id, "de", "Neu", "Text");
        Assert.Empty(await OutdatedAsync());

        await Site.WithAsync<ContentDrafts, SaveResult>(async drafts => await drafts.RestoreAsync(id, "de", imported, await VersionAsync(id, "de"), Ada, None));

        Assert.Equal(["Title"], Assert.Single(await OutdatedAsync()).Fields);
    }

    [Fact]
    public async Task An_outdated_text_says_since_when_and_how_many_are_made_from_a_source()
    {
        var id = await TranslatedAsync("One.", "Eins.");
        await SourceAsync(id, "One!");
        var since = await ReadAsync(db => db.Versions.Where(version => version.PublishedAt != null).MaxAsync(version => version.PublishedAt));
        await SourceAsync(id, "One?");

        Assert.Equal(since, Assert.Single(await OutdatedAsync()).Since);
        Assert.Equal((1, 0), (await MadeFromAsync(id, "en"), await MadeFromAsync(id, "de")));
    }

    [Fact]
    public async Task Nobody_writes_beside_a_source_without_the_right_or_over_what_they_have_not_seen()
    {
        var id = await TranslatedAsync("One.", "Eins.");
        var form = await PairsAsync(id);
        await SaveAsync(id, "de", "Halt", "Eins!");
        var draft = new TranslationDraft { ItemId = id, Locale = "de", SourceId = form.Source.Id, BasedOn = form.Target!.Id, Texts = new Dictionary<string, string> { [form.Pairs[^1].Key] = "Uno" } };
        var french = new Editor("9", "Fleur", [new Grant(Role.Translator, Grant.Everywhere, ["fr"])]);

        Assert.Equal(2, (await WriteAsync(draft, Theo)).Conflict?.Theirs?.Number);
        Assert.Single((await WriteAsync(draft with { SourceId = "gone" }, Theo)).Problems);
        await Assert.ThrowsAsync<RightDeniedException>(() => WriteAsync(draft, french));
        Assert.False((await Confirmation(id, "Body:9:9:9")).IsDone);
    }
}
