using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Campaign.Contacts;
using SayNo.Content;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Campaign.Contacts;

public sealed class ContactChecksOnSqliteTests() : ContactChecksTests(DatabaseKind.Sqlite);

public sealed class ContactChecksOnPostgreSqlTests() : ContactChecksTests(DatabaseKind.PostgreSql);

/// <summary>Rule 6: contacts prove that they are alive, because somebody calls, opens or writes to them and says so.</summary>
public abstract class ContactChecksTests(DatabaseKind kind) : OnContacts(kind)
{
    [Fact]
    public async Task Shipped_contacts_start_as_never_checked_with_their_source_and_how_sure_it_is()
    {
        var page = (await Approver.GetPageAsync(List)).Page;
        var contacts = page.QuerySelectorAll(".sn-contact");

        Assert.Equal(Site.Published.Current.OfType("CountryContact", "DE").Count(), contacts.Length);
        Assert.All(contacts, contact =>
        {
            Assert.Contains("Never checked", contact.QuerySelector(".sn-needs")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Nobody has checked it yet", contact.TextContent, StringComparison.Ordinal);
            Assert.Matches("Confirmed:|Likely:|Unverified:", Fact(contact, "How sure we are").TextContent);
            Assert.NotNull(Fact(contact, "Source").QuerySelector("a[href^='https://'][target=_blank][rel~=noreferrer]"));
        });
        Assert.All(page.QuerySelectorAll("a[target=_blank]"), link => Assert.Contains("noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href='tel:116111']"));
    }

    [Fact]
    public async Task Who_called_a_number_records_it_and_visitors_see_the_date()
    {
        var answer = await RecordAsync(Form("Phone:116111", works: "yes", note: "Answered at once."));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("The check is recorded", answer.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var contact = answer.Page.GetElementById($"contact-{Helpline}")!;
        Assert.Contains("by Ada Approver", Fact(contact, "Checked on").TextContent, StringComparison.Ordinal);
        Assert.Contains("Checked within the last 60 days", contact.TextContent, StringComparison.Ordinal);
        Assert.Equal("Answered at once.", contact.QuerySelector(".sn-note")!.TextContent);

        await Site.CatchUpAsync();
        var values = Site.Published.Current.Find(Helpline)!.Neutral!.Values;
        Assert.Equal(Text(Today), values["CheckedOn"]!.Value.GetString());
        Assert.Equal("called", values["CheckedHow"]!.Value.GetString());
        using var visitor = Site.Open();
        var shown = (await visitor.GetPageAsync("/de/en-GB")).Html + (await visitor.GetPageAsync("/de/de")).Html;
        Assert.Contains("Geprüft am", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Approver", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered at once", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_is_an_audit_entry_with_the_value_before_and_after()
    {
        await RecordAsync(Form("Phone:116111", works: "yes", note: "Fine."));

        var entry = await Site.ReadAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(one => one.Act == Acts.CheckContact));
        Assert.Equal((Approver.Editor.Id, Helpline, "DE", "Fine.", false), (entry.ActorId, entry.Target, entry.Scope, entry.Note, entry.IsRefused));
        Assert.DoesNotContain("CheckedOn", entry.Before, StringComparison.Ordinal);
        Assert.Contains(Text(Today), entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_work_becomes_a_task_and_changes_nothing_that_visitors_see()
    {
        var before = Site.Published.Current.Find(Helpline)!.Neutral!.Id;

        var answer = await RecordAsync(Form("Phone:116111", works: "no", note: "A fax answers."));

        Assert.Contains("The report is recorded", answer.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reported: does not work", answer.Page.GetElementById($"contact-{Helpline}")!.TextContent, StringComparison.Ordinal);
        await Site.CatchUpAsync();
        Assert.Equal(before, Site.Published.Current.Find(Helpline)!.Neutral!.Id);
        Assert.Equal(1, await Site.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Act == Acts.CheckContact)));

        var tasks = await TasksAsync();
        Assert.Equal("A fax answers.", tasks.Single(group => group.Key == "contacts-not-working").Tasks.Single().Quote);

        await RecordAsync(Form("Phone:116111", works: "yes"));
        Assert.Empty((await TasksAsync()).Single(group => group.Key == "contacts-not-working").Tasks);
    }

    [Fact]
    public async Task A_contact_turns_amber_after_60_days_and_red_after_90_and_becomes_a_task()
    {
        await RecordAsync(Form("Phone:116111", works: "yes"));
        Assert.DoesNotContain(await TasksAsync(), group => group.Tasks.Any(task => task.Path.Contains(Helpline, StringComparison.Ordinal)));

        foreach (var (days, key, need) in new[] { (60, "contacts-due", "Amber"), (30, "contacts-overdue", "Red") })
        {
            Site.Clock.Wait(TimeZones.StartOf("DE", Today.AddDays(days)) - Site.Clock.GetUtcNow().UtcDateTime);
            using var browser = await Site.SignInAsync(AdminSite.Grant(Role.NationalApprover, "DE"));

            Assert.Contains(need, (await browser.GetPageAsync(List)).Page.GetElementById($"contact-{Helpline}")!.TextContent, StringComparison.Ordinal);
            Assert.Contains((await AllTasksAsync(key)), entry => entry.ItemId == Helpline);
        }
    }

    [Theory]
    [InlineData("", "", "", "", "Choose what you have tried.", "Write the day as year, month and day, such as 2026-11-22.", "Say whether it worked.")]
    [InlineData("Phone:116111", "no", "today", "", "Write in the note what did not work, so that a colleague can mend it.")]
    [InlineData("Phone:116111", "yes", "tomorrow", "", "The day of the check cannot be in the future.")]
    [InlineData("Phone:116111", "yes", "2020-01-01", "", "The day of the check is more than a year ago. Check the contact again.")]
    [InlineData("Phone:110", "yes", "today", "", "The number or address has changed since you opened this page. Try the new one, then record that.")]
    [InlineData("Confidence:confirmed", "yes", "today", "", "Choose what you have tried.")]
    public async Task A_form_that_says_too_little_comes_back_with_sentences_and_what_was_typed(
        string tried, string works, string on, string note, params string[] sentences)
    {
        var day = on switch { "today" => Text(Today), "tomorrow" => Text(Today.AddDays(2)), _ => on };

        var answer = await RecordAsync([("Tried", tried), ("Works", works), ("On", day), ("Note", note)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(sentences, answer.Problems.Select(problem => problem.Sentence));
        Assert.All(answer.Problems, problem => Assert.NotNull(answer.Page.QuerySelector(problem.Field!)));
        Assert.Equal(day, answer.Value($"On-{Helpline}"));
        Assert.Equal(0, await ChecksAsync());
    }

    [Fact]
    public async Task Script_and_invisible_signs_in_a_note_stay_text()
    {
        var answer = await RecordAsync(Form("Phone:116111", works: "no", note: "<script>alert(1)</script> \u202Eevil"));

        var note = answer.Page.QuerySelector(".sn-note")!;
        Assert.Equal("<script>alert(1)</script> evil", note.TextContent);
        Assert.Empty(note.Children);
    }

    [Fact]
    public async Task A_note_has_an_end()
    {
        var answer = await RecordAsync(Form("Phone:116111", works: "no", note: new string('x', ContactChecks.LongestNote + 1)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("too long", answer.Problems.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_check_adds_to_the_history_and_takes_no_newer_date_away()
    {
        await RecordAsync(Form("Phone:116111", works: "yes"));
        await RecordAsync(Form("Phone:116111", works: "yes", on: Today.AddDays(-9)));

        await Site.CatchUpAsync();
        Assert.Equal(Text(Today), Site.Published.Current.Find(Helpline)!.Neutral!.Values["CheckedOn"]!.Value.GetString());
        Assert.Equal(2, await ChecksAsync());
    }

    [Fact]
    public async Task A_check_goes_onto_the_draft_too_so_that_publishing_it_takes_no_date_away()
    {
        using var editor = await Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var published = Site.Published.Current.Find(Helpline)!.Neutral!;
        var typed = JsonNode.Parse(published.Values.ToString())!.AsObject();
        typed["Organisation"] = "Nummer gegen Kummer (neu)";
        await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = Helpline, Locale = "", Values = ContentValues.Parse(typed.ToJsonString()), BasedOn = published.Id }, editor.Editor, default));

        await RecordAsync(Form("Phone:116111", works: "yes"));

        var draft = await Site.ReadAsync(db => db.Variants.Where(one => one.ItemId == Helpline && one.Locale == "").Select(one => one.Draft!.Data).SingleAsync());
        Assert.Contains("(neu)", draft, StringComparison.Ordinal);
        Assert.Contains(Text(Today), draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_is_not_public_yet_can_be_checked()
    {
        using var editor = await Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var id = (await Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateAsync(
            new() { Type = "CountryContact", Scope = "DE", Slug = "new-one" }, editor.Editor, default))).Item!.Id;
        await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = id, Locale = "", Values = ContentValues.Parse("""{"Organisation":"Neu","Phone":"110"}""") }, editor.Editor, default));

        var form = await Approver.GetPageAsync($"/admin/contacts/{id}/check");
        var answer = await Approver.SubmitAsync(form, "Record the check", ("Works", "yes"));

        var contact = answer.Page.GetElementById($"contact-{id}")!;
        Assert.Contains("Not public", contact.TextContent, StringComparison.Ordinal);
        Assert.Contains("by Ada Approver", Fact(contact, "Checked on").TextContent, StringComparison.Ordinal);
        await Site.CatchUpAsync();
        Assert.Null(Site.Published.Current.Find(id));
    }

    [Fact]
    public async Task A_number_that_was_changed_starts_anew()
    {
        await RecordAsync(Form("Phone:116111", works: "no", note: "Silence."));
        await DraftAsync("Phone", "110");
        await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(Helpline, "", Approver.Editor, default));

        var contact = (await Approver.GetPageAsync(List)).Page.GetElementById($"contact-{Helpline}")!;

        Assert.DoesNotContain("Reported", contact.TextContent, StringComparison.Ordinal);
        Assert.Contains("Silence.", contact.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_number_is_not_published_with_the_date_on_which_the_old_one_was_called()
    {
        await RecordAsync(Form("Phone:116111", works: "yes"));
        await Site.CatchUpAsync();
        await DraftAsync("Phone", "110");

        var refused = await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(Helpline, "", Approver.Editor, default));
        Assert.Equal("CheckedOn", Assert.Single(refused.Problems).Field);

        await DraftAsync("CheckedOn", null);
        var done = await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(Helpline, "", Approver.Editor, default));
        Assert.True(done.IsDone);
    }

    [Fact]
    public async Task A_contact_that_was_checked_in_the_future_is_not_published()
    {
        await DraftAsync("CheckedOn", Text(Today.AddDays(1)));

        var refused = await Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(Helpline, "", Approver.Editor, default));

        Assert.Equal(("CheckedOn", "The day of the check cannot be in the future."), (refused.Problems.Single().Field, refused.Problems.Single().Sentence.ToString()));
    }

    /// <summary>A colleague changes one value of the helpline in a draft.</summary>
    private async Task DraftAsync(string field, string? value)
    {
        using var editor = await Site.SignInAsync(AdminSite.Grant(Role.NationalEditor, "DE"));
        var newest = await Site.ReadAsync(db => db.Variants.Where(one => one.ItemId == Helpline && one.Locale == "").Select(one => one.Draft ?? one.Published).SingleAsync());
        var typed = JsonNode.Parse(newest!.Data)!.AsObject();
        typed.Remove(field);

        if (value is not null)
        {
            typed[field] = value;
        }

        await Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = Helpline, Locale = "", Values = ContentValues.Parse(typed.ToJsonString()), BasedOn = newest.Id }, editor.Editor, default));
    }
}
