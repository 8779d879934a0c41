using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Tests.Publishing;

public sealed class ContentScheduleOnSqliteTests() : ContentScheduleTests(DatabaseKind.Sqlite);

public sealed class ContentScheduleOnPostgreSqlTests() : ContentScheduleTests(DatabaseKind.PostgreSql);

/// <summary>Rule 8: what is scheduled is done one by one, isolated and retried, and caught up after downtime.</summary>
public abstract class ContentScheduleTests(DatabaseKind kind) : ScheduleTests(kind)
{
    [Fact]
    public async Task A_text_becomes_public_at_its_moment_and_goes_at_its_other()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        await PublishAtAsync(id, version, In(1));
        await UnpublishAtAsync(id, In(3));

        await RunAsync();
        Assert.Equal(VariantState.Approved, (await VariantAsync(id, "de")).State);
        Clock.Move(TimeSpan.FromHours(2));
        await RunAsync();
        Assert.Equal(VariantState.Published, (await VariantAsync(id, "de")).State);
        Clock.Move(TimeSpan.FromHours(2));
        await RunAsync();

        Assert.Null((await VariantAsync(id, "de")).Published);
        Assert.All(await ActsAsync(id), act => Assert.Equal(ScheduledState.Done, act.State));
        Assert.Equal(
            [(Acts.Schedule, "Bert"), (Acts.Schedule, "Bert"), (Acts.Publish, "Bert"), (Acts.Unpublish, "Bert")],
            (await AuditAsync())[^4..].Select(entry => (entry.Act, entry.Actor)));
    }

    [Fact]
    public async Task Exactly_the_version_that_was_agreed_on_becomes_public_or_none()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        await PublishAtAsync(id, version, In(1));
        await SaveAsync(id, "de", Ada, ("Title", "Zahl sofort."));
        Clock.Move(TimeSpan.FromHours(2));

        await RunAsync();
        await RunAsync();

        Assert.Null((await VariantAsync(id, "de")).Published);
        var act = Assert.Single(await ActsAsync(id));
        Assert.Equal((ScheduledState.Failed, 1), (act.State, act.Attempts));
        Assert.Contains("Ada saved version 2", act.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_stops_nobody_else()
    {
        var (broken, version) = await DraftAsync("one", "Zahl nicht.");
        await PublishAtAsync(broken, version, In(1));
        await SaveAsync(broken, "de", Ada, ("Title", "Other"));
        var (sound, other) = await DraftAsync("two", "Frag nach Hilfe.");
        await PublishAtAsync(sound, other, In(2));
        Clock.Move(TimeSpan.FromDays(3));

        var wait = await RunAsync();

        Assert.Equal(VariantState.Published, (await VariantAsync(sound, "de")).State);
        Assert.Equal(TimeSpan.FromSeconds(30), wait);
    }

    [Fact]
    public async Task A_second_plan_takes_the_place_of_the_first()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        await PublishAtAsync(id, version, In(1));
        await PublishAtAsync(id, version, In(5));
        Clock.Move(TimeSpan.FromHours(2));

        await RunAsync();

        Assert.Null((await VariantAsync(id, "de")).Published);
        Assert.Equal([ScheduledState.Waiting, ScheduledState.Cancelled], (await ActsAsync(id)).Select(act => act.State));
        var open = await Site.WithAsync<ContentSchedule, List<ScheduledAct>>(schedule => schedule.OpenAsync([id], Auditor, None), Node);
        Assert.Equal(In(3), Assert.Single(open).DueAt);
        Assert.Empty(await Site.WithAsync<ContentSchedule, List<ScheduledAct>>(schedule => schedule.OpenAsync([id], French, None), Node));
    }

    [Fact]
    public async Task A_plan_can_be_called_off_and_publishing_at_once_fulfils_it()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        var called = await PublishAtAsync(id, version, In(1));
        Assert.True((await CancelAsync(called.Act!.Id, Bert)).IsDone);
        Assert.False((await CancelAsync(called.Act.Id, Bert)).IsDone);
        await PublishAtAsync(id, version, In(1));

        Assert.True((await PublishAsync(id, "de", Bert)).IsDone);
        Clock.Move(TimeSpan.FromHours(2));
        await RunAsync();

        Assert.Equal([ScheduledState.Done, ScheduledState.Cancelled], (await ActsAsync(id)).Select(act => act.State).Order());
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.Publish);
        Assert.Single(await AuditAsync(), entry => entry.Act == Acts.CancelSchedule);
    }

    [Fact]
    public async Task A_plan_that_makes_no_sense_is_refused_in_a_sentence()
    {
        var (id, version) = await DraftAsync("one", "Zahl nicht.");
        var (unfinished, _) = await DraftAsync("two", "");

        Assert.Equal("DueAt", Assert.Single((await PublishAtAsync(id, version, In(-1))).Problems).Field);
        Assert.Contains("not public", Assert.Single((await UnpublishAtAsync(id, In(1))).Problems).Sentence, StringComparison.Ordinal);
        Assert.False((await PublishAtAsync(id, "another", In(1))).IsDone);
        Assert.False((await PublishAtAsync(unfinished, (await VariantAsync(unfinished, "de")).DraftId!, In(1))).IsDone);
        await PublishAtAsync(id, version, In(2));
        Assert.Equal("DueAt", Assert.Single((await UnpublishAtAsync(id, In(1))).Problems).Field);
    }

    [Fact]
    public async Task Four_eyes_and_rights_hold_for_plans_too()
    {
        var contact = await CreateAsync(slug: "contact");
        var version = await SaveAsync(contact, "", Cleo, ("Organisation", "Police"), ("Phone", "110"));

        var own = await WithAsync(schedule => schedule.PublishAtAsync(contact, "", version.Id, In(1), Cleo, None));

        Assert.Equal("Phone", Assert.Single(own.Problems).Field);
        await Assert.ThrowsAsync<RightDeniedException>(() => WithAsync(schedule => schedule.PublishAtAsync(contact, "", version.Id, In(1), French, None)));
        await Assert.ThrowsAsync<RightDeniedException>(() => WithAsync(schedule => schedule.UnpublishAtAsync(contact, "", In(1), French, None)));
        var planned = await WithAsync(schedule => schedule.PublishAtAsync(contact, "", version.Id, In(1), Bert, None));
        await Assert.ThrowsAsync<RightDeniedException>(() => CancelAsync(planned.Act!.Id, French));
        await Assert.ThrowsAsync<RightDeniedException>(() =>
            Site.WithAsync<ContentSchedule, IReadOnlyList<ScheduledAct>>(schedule => schedule.OfAsync(contact, "", French, None), Node));
    }

    [Fact]
    public async Task Shared_values_and_languages_of_one_moment_go_in_the_order_that_they_need()
    {
        var contact = await CreateAsync(slug: "contact");
        var text = await SaveAsync(contact, "de", Ada, ("HoursNote", "abends"));
        var shared = await SaveAsync(contact, "", Ada, ("Organisation", "Police"));
        await WithAsync(schedule => schedule.PublishAtAsync(contact, "de", text.Id, In(1), Bert, None));
        await WithAsync(schedule => schedule.PublishAtAsync(contact, "", shared.Id, In(1), Bert, None));
        await WithAsync(schedule => schedule.UnpublishAtAsync(contact, "", In(2), Bert, None));
        await WithAsync(schedule => schedule.UnpublishAtAsync(contact, "de", In(2), Bert, None));

        Clock.Move(TimeSpan.FromMinutes(61));
        await RunAsync();
        Assert.Equal((VariantState.Published, VariantState.Published), ((await VariantAsync(contact, "")).State, (await VariantAsync(contact, "de")).State));
        Clock.Move(TimeSpan.FromMinutes(61));
        await RunAsync();

        Assert.All(await ReadAsync(db => db.Schedule.ToListAsync()), act => Assert.Equal(ScheduledState.Done, act.State));
    }

    [Fact]
    public async Task An_amendment_of_the_draft_does_not_break_the_plan_for_it()
    {
        var contact = await PublishedContactAsync();
        var version = await SaveAsync(contact, "", Ada, ("Organisation", "Police"), ("Phone", "112"));
        await WithAsync(schedule => schedule.PublishAtAsync(contact, "", version.Id, In(1), Bert, None));
        await PublisherAsync(publisher => publisher.AmendAsync(
            new() { ItemId = contact, Locale = "", Changes = new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["Organisation"] = "The Police" } }, Right.Verify, Bert, None));
        Clock.Move(TimeSpan.FromHours(2));

        await RunAsync();

        Assert.Equal("""{"Organisation":"The Police","Phone":"112"}""", (await VariantAsync(contact, "")).Published!.Data);
    }
}
