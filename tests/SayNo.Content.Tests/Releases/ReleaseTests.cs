using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Content.Auditing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Content.Tests.Publishing;

namespace SayNo.Content.Tests.Releases;

public sealed class ReleaseOnSqliteTests() : ReleaseTests(DatabaseKind.Sqlite);

public sealed class ReleaseOnPostgreSqlTests() : ReleaseTests(DatabaseKind.PostgreSql);

/// <summary>All of a release becomes public in one moment, or nothing of it.</summary>
public abstract class ReleaseTests(DatabaseKind kind) : ScheduleTests(kind)
{
    [Fact]
    public async Task All_of_it_becomes_public_in_consecutive_changes_and_is_taken_back_as_new_versions()
    {
        var (old, _) = await DraftAsync("old", "Alt");
        Assert.True((await PublishAsync(old, "de", Bert)).IsDone);
        await SaveAsync(old, "de", Ada, ("Title", "Neu"));
        var (fresh, _) = await DraftAsync("fresh", "Frisch");
        var release = await ReleaseAsync((old, "de"), (fresh, "de"));
        var before = (await ChangesAsync()).Count;

        var done = await PublishReleaseAsync(release);
        await SaveAsync(old, "de", Ada, ("Title", "Noch neuer"));

        Assert.True(done.IsDone, string.Join(" ", done.Problems));
        var changes = (await ChangesAsync()).Skip(before).ToList();
        Assert.Equal(2, changes.Count);
        Assert.Single(changes.Select(change => change.At).Distinct());
        await CatchUpAsync();
        Assert.Equal(("Neu", "Frisch"), (TitleOf(old), TitleOf(fresh)));
        Assert.Equal(2, (await AuditAsync()).Count(entry => entry.Act == Acts.Publish && entry.Note == "Herbst"));

        var undo = (await WithReleasesAsync(releases => releases.PrepareUndoAsync(release, "Zurück", Cleo, None))).Release!;
        Assert.True((await PublishReleaseAsync(undo.Id)).IsDone);

        await CatchUpAsync();
        Assert.Equal(("Alt", null), (TitleOf(old), TitleOf(fresh)));
        var variant = await VariantAsync(old, "de");
        Assert.Equal((4, true), (variant.Published!.Number, variant.Draft!.Data.Contains("Noch neuer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_bad_text_stops_it_and_nothing_of_it_is_public()
    {
        var (good, _) = await DraftAsync("good", "Gut");
        var bad = await CreateAsync("Step", slug: "bad");
        await SaveAsync(bad, "de", Ada, ("Body", "Ohne Titel."));
        var release = await ReleaseAsync((good, "de"), (bad, "de"));
        var before = (await ChangesAsync()).Count;

        var refused = await PublishReleaseAsync(release);
        var look = await LookAsync(release);

        Assert.False(refused.IsDone);
        Assert.Equal([bad], look.Entries.Where(entry => entry.Problems.Count > 0).Select(entry => entry.Entry.ItemId));
        Assert.Equal(before, (await ChangesAsync()).Count);
        Assert.Null((await VariantAsync(good, "de")).Published);
    }

    [Fact]
    public async Task What_changed_after_it_was_put_in_needs_a_new_look()
    {
        var (id, _) = await DraftAsync("one", "Eins");
        var release = await ReleaseAsync((id, "de"));
        var seen = (await LookAsync(release)).Release.Revision;
        await SaveAsync(id, "de", Ada, ("Title", "Anders"));

        var stale = await PublishReleaseAsync(release);
        var look = await LookAsync(release);
        await AddAsync(release, (id, "de"));
        var unseen = await WithPublisherAsync(publisher => publisher.PublishAsync(release, seen, Bert, None));
        var done = await PublishReleaseAsync(release);

        Assert.Contains("has changed since you looked at it", Assert.Single(stale.Problems).Sentence, StringComparison.Ordinal);
        Assert.True(look.Entries.Single().HasNewerDraft);
        Assert.Contains("The release has changed", Assert.Single(unseen.Problems).Sentence, StringComparison.Ordinal);
        Assert.True(done.IsDone);
        await CatchUpAsync();
        Assert.Equal("Anders", TitleOf(id));
    }

    [Fact]
    public async Task Languages_and_what_they_share_may_come_and_go_together_and_four_eyes_hold()
    {
        var id = await CreateAsync();
        await SaveAsync(id, "", Cleo, ("Organisation", "Police"), ("Phone", "110"));
        await SaveAsync(id, "de", Cleo, ("HoursNote", "Auch nachts."));
        var half = await ReleaseAsync((id, "de"));
        var whole = await ReleaseAsync((id, "de"), (id, ""));

        var own = await PublishReleaseAsync(whole, Cleo);
        var without = await LookAsync(half);
        var done = await PublishReleaseAsync(whole);

        Assert.Contains("Another person must check it", Assert.Single(own.Problems).Sentence, StringComparison.Ordinal);
        Assert.Contains("publish the fields that are the same", Assert.Single(without.All).Sentence, StringComparison.Ordinal);
        Assert.True(done.IsDone);
    }

    [Fact]
    public async Task A_planned_release_runs_by_itself_and_one_that_is_stopped_keeps_no_other()
    {
        var (bad, _) = await DraftAsync("bad", "Schlecht");
        var (good, _) = await DraftAsync("good", "Gut");
        var (first, second) = (await ReleaseAsync((bad, "de")), await ReleaseAsync((good, "de")));

        foreach (var id in new[] { first, second })
        {
            Assert.True((await WithPublisherAsync(publisher => publisher.PlanAsync(id, 1, In(1), Bert, None))).IsDone);
        }

        var fixedNow = await AddAsync(first, (good, "de"));
        await SaveAsync(bad, "de", Ada, ("Title", "Später geändert"));
        Clock.Move(TimeSpan.FromHours(3));
        await RunAsync();

        Assert.Contains("Call the plan off first", Assert.Single(fixedNow.Problems).Sentence, StringComparison.Ordinal);
        var states = await ReadAsync(db => db.Releases.AsNoTracking().ToDictionaryAsync(one => one.Id));
        Assert.Equal((ReleaseState.Stopped, ReleaseState.Done), (states[first].State, states[second].State));
        Assert.Contains("has changed", states[first].Problem, StringComparison.Ordinal);
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.StopRelease && entry.Target == first);
        Assert.Null((await VariantAsync(bad, "de")).Published);
        Assert.Equal("Gut", (await VariantAsync(good, "de")).Published!.Data.Split('"')[3]);
    }

    [Fact]
    public async Task Each_text_asks_for_its_own_right()
    {
        var (german, _) = await DraftAsync("one", "Eins");
        var french = await CreateAsync("Step", "FR", "two", French);
        await SaveAsync(french, "de", French, ("Title", "Zwei"));
        var all = Person("Zoe", Role.CampaignLead, Grant.All);
        var wide = (await WithReleasesAsync(releases => releases.CreateAsync("Alle", "EU", all, None))).Release!.Id;
        await WithReleasesAsync(releases => releases.AddAsync(wide, [(german, "de"), (french, "de")], all, None));

        await Assert.ThrowsAsync<RightDeniedException>(() => PublishReleaseAsync(wide, Lead, 1));
        await Assert.ThrowsAsync<RightDeniedException>(() => WithReleasesAsync(releases => releases.CreateAsync("Fremd", "FR", Bert, None)));
        await Assert.ThrowsAsync<RightDeniedException>(() => WithReleasesAsync(releases => releases.AddAsync(wide, [(german, "de")], French, None)));
        var narrow = await ReleaseAsync((german, "de"));
        await Assert.ThrowsAsync<RightDeniedException>(() => AddAsync(narrow, (french, "de")));
        Assert.Equal([narrow], (await Site.WithAsync<ReleaseList, IReadOnlyList<ReleaseRow>>(list => list.AllAsync(Bert, None))).Select(row => row.Id));
        Assert.True((await PublishReleaseAsync(wide, all, 1)).IsDone);
    }

    [Fact]
    public async Task No_reader_ever_sees_half_of_it_and_two_hundred_texts_take_about_a_second()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => ContentId.New()).ToList();
        Assert.Empty((await CommitAsync(batch => ids.ForEach(id =>
        {
            batch.Put(Step(id, $"step-{id}", "DE"));
            batch.Put(Title(id, "de", "Alt"));
            batch.Put(Title(id, "de", "Neu", isPublished: false));
        }))).Problems);
        var release = await ReleaseAsync([.. ids.Select(id => (id, "de"))]);
        var reader = Site.AddNode();
        var follower = reader.GetRequiredService<ChangeFollower>();
        var published = reader.GetRequiredService<PublishedContent>();
        await follower.CatchUpAsync(None);
        using var stop = new CancellationTokenSource();
        var seen = new HashSet<int>();
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await follower.CatchUpAsync(None);
                seen.Add(ids.Count(id => Title(published.Public, id) == "Neu"));
            }
        });

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var done = await PublishReleaseAsync(release);
        var took = clock.Elapsed;
        await stop.CancelAsync();
        await reading;
        await follower.CatchUpAsync(None);
        seen.Add(ids.Count(id => Title(published.Public, id) == "Neu"));

        Assert.True(done.IsDone, string.Join(" ", done.Problems));
        Assert.Equal([0, 200], seen.Order());

        // Twice what it takes on two slow cores; alone it takes a quarter of a second.
        Assert.True(took < TimeSpan.FromSeconds(2), $"It took {took}.");
    }

    private string? TitleOf(string id) => Title(Shown, id);

    private static string? Title(Picture picture, string id) =>
        picture.Find(id)?.Locales.GetValueOrDefault("de")?.Values["Title"]?.GetString();

    private async Task<string> ReleaseAsync(params (string, string)[] texts)
    {
        var created = await WithReleasesAsync(releases => releases.CreateAsync("Herbst", "DE", Ada, None));
        Assert.True((await AddAsync(created.Release!.Id, texts)).IsDone);

        return created.Release.Id;
    }

    private Task<ReleaseResult> AddAsync(string id, params (string, string)[] texts) =>
        WithReleasesAsync(releases => releases.AddAsync(id, texts, Ada, None));

    private Task<ReleaseResult> WithReleasesAsync(Func<ContentReleases, Task<ReleaseResult>> act) => Site.WithAsync(act, Node);

    private Task<ReleaseResult> WithPublisherAsync(Func<ReleasePublisher, Task<ReleaseResult>> act) => Site.WithAsync(act, Node);

    private async Task<ReleaseOutlook> LookAsync(string id) =>
        (await Site.WithAsync<ReleasePublisher, ReleaseOutlook?>(publisher => publisher.LookAsync(id, Bert, None), Node))!;

    private async Task<ReleaseResult> PublishReleaseAsync(string id, Editor? by = null, int? revision = null)
    {
        var seen = revision ?? (await LookAsync(id)).Release.Revision;

        return await WithPublisherAsync(publisher => publisher.PublishAsync(id, seen, by ?? Bert, None));
    }
}
