using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Notices;
using SayNo.Accounts.Storage;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Reviewing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;
using SayNo.Web.Tests.Admin.Reviewing;

namespace SayNo.Web.Tests.Accounts;

/// <summary>People hear of what concerns them, in the admin and by letter, once, and only as long as they may read it.</summary>
public abstract class NoticeTests(DatabaseKind kind) : IAsyncLifetime
{
    private TextsUnderReview _texts = null!;

    public async Task InitializeAsync()
    {
        _texts = await TextsUnderReview.StartAsync(kind);
        await FollowAsync();
    }

    public async Task DisposeAsync() => await _texts.DisposeAsync();

    [Fact]
    public async Task A_text_goes_to_review_and_back_and_each_side_hears_of_the_other()
    {
        var draft = await SubmitAsync("Day and night.");
        await _texts.Site.WithAsync<ContentReview, ReviewResult>(
            review => review.RejectAsync(_texts.Contact, "en", draft, "Please say until when.", _texts.Bea.Editor, default));
        await FollowAsync();

        var ada = await _texts.Ada.GetPageAsync("/admin/notices");
        var bea = await _texts.Bea.GetPageAsync("/admin/notices");

        Assert.Contains("Your text was sent back", Assert.Single(Rows(ada)), StringComparison.Ordinal);
        Assert.Equal("Please say until when.", ada.Page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal($"/admin/content/{_texts.Contact}/en", ada.Page.QuerySelector("#main .sn-rows a")!.GetAttribute("href"));
        Assert.Contains("A text waits for your review", Assert.Single(Rows(bea)), StringComparison.Ordinal);
        Assert.Equal($"/admin/content/{_texts.Contact}/en/review", bea.Page.QuerySelector("#main .sn-rows a")!.GetAttribute("href"));
        Assert.Empty(Rows(await _texts.Lea.GetPageAsync("/admin/notices")));
        Assert.Contains("Your text was sent back", (await _texts.Ada.GetPageAsync("/admin")).Page.GetElementById("notices")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var after = await _texts.Ada.SubmitAsync(ada, "Take all as read");
        Assert.DoesNotContain("New", string.Join(' ', Rows(after)), StringComparison.Ordinal);
        Assert.Null((await _texts.Ada.GetPageAsync("/admin")).Page.GetElementById("notices"));
    }

    [Fact]
    public async Task A_letter_says_the_title_and_no_word_of_the_text_or_the_reason_and_comes_once()
    {
        var draft = await SubmitAsync("A secret of the draft.");
        await _texts.Site.WithAsync<ContentReview, ReviewResult>(
            review => review.RejectAsync(_texts.Contact, "en", draft, "A reason among colleagues.", _texts.Bea.Editor, default));

        // Two nodes, and a restart in the middle.
        await Task.WhenAll(FollowAsync(), FollowAsync());
        await SendAsync();
        await SendAsync();

        var letter = Assert.Single(_texts.Site.Letters);
        Assert.Contains("Your text was sent back", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"/admin/content/{_texts.Contact}/en", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("among colleagues", letter.Text, StringComparison.Ordinal);

        // What waits for Bea comes in the letter of the next morning.
        _texts.Site.Clock.Wait(TimeSpan.FromDays(1));
        await SendAsync();
        Assert.Contains("A text waits for your review", _texts.Site.Letters[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(2, _texts.Site.Letters.Count);
    }

    [Fact]
    public async Task Who_lost_the_right_meanwhile_gets_neither_letter_nor_line_and_a_letter_that_failed_is_tried_again()
    {
        await SubmitAsync("Day and night.");
        await FollowAsync();
        await _texts.Site.WithAsync<AccountsDb, int>(db => db.Grants.Where(grant => grant.AccountId == Guid.Parse(_texts.Bea.Editor.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Scopes, "FR")));
        _texts.Site.Clock.Wait(TimeSpan.FromDays(1));
        await SendAsync();

        Assert.Empty(_texts.Site.Letters);
        Assert.Empty(Rows(await _texts.Bea.GetPageAsync("/admin/notices")));
    }

    [Fact]
    public async Task A_choice_for_one_country_and_language_goes_before_the_one_for_everywhere()
    {
        var page = await _texts.Bea.GetPageAsync("/admin/account/notices");
        page = await _texts.Bea.SubmitAsync(page, "Save these choices", ("Review", "AtOnce"));
        page = await _texts.Bea.SubmitAsync(page, "Add", ("Event", "Review"), ("Scope", "DE"), ("Locale", "en"), ("Way", "Never"));
        Assert.Equal("AtOnce", page.Page.QuerySelector("#Review option[selected]")!.GetAttribute("value"));
        await SubmitAsync("Day and night.");
        await FollowAsync();
        Assert.Empty(Rows(await _texts.Bea.GetPageAsync("/admin/notices")));

        page = await _texts.Bea.SubmitAsync(page, "Remove: A text waits for your review, Germany, English");
        Assert.Empty(page.Page.QuerySelectorAll(".sn-rows li"));
        await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", "Once more.");
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");
        await FollowAsync();
        await SendAsync();
        Assert.Single(_texts.Site.Letters);

        var refused = await _texts.Bea.PostAsync("/admin/account/notices?handler=Add",
            ("form-token", page.Page.QuerySelector("[name=form-token]")!.GetAttribute("value")!), ("Event", "Review"), ("Scope", "FR"), ("Locale", "en"), ("Way", "Never"));
        Assert.Equal(422, (int)refused.Status);
    }

    [Fact]
    public async Task The_writer_hears_of_comments_and_publication_and_those_who_write_what_was_made_from_it_of_its_change()
    {
        using var tom = await _texts.Site.SignInAsync("Tom", AdminSite.Grant(Role.Translator, Scopes.Campaign, "de"));
        await _texts.Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateOverrideAsync(_texts.Step, "DE", _texts.Ada.Editor, default));
        await SubmitAsync("Day and night.");
        await _texts.Site.WithAsync<Comments, CommentResult>(comments => comments.AddAsync(
            new() { ItemId = _texts.Contact, Locale = "en", Field = "Notes", Text = "Is that so?" }, _texts.Bea.Editor, default));
        await PublishAsync(_texts.Contact, "en", _texts.Bea);

        foreach (var locale in new[] { "de", "en" })
        {
            await _texts.SaveAsync(_texts.Lea, _texts.Step, locale, "Title", "Another title");
            await PublishAsync(_texts.Step, locale, _texts.Lea);
        }

        await FollowAsync();

        Assert.Equal(["Comment", "Original", "Published"], await EventsAsync(_texts.Ada));
        Assert.Equal(["Outdated"], await EventsAsync(tom));
        Assert.Equal(["Review"], await EventsAsync(_texts.Bea));
        Assert.Empty(await EventsAsync(_texts.Lea));
    }

    [Fact]
    public async Task What_time_brings_is_told_once_too_a_failed_plan_an_old_contact_and_an_alert()
    {
        var alert = (await _texts.Site.WithAsync<ContentDrafts, CreateResult>(
            drafts => drafts.CreateAsync(new() { Type = "Alert", Scope = "DE", Slug = "vorsicht" }, Editor.System, default))).Item!.Id;
        await _texts.Site.WithAsync<ContentDrafts, SaveResult>(drafts => drafts.SaveAsync(
            new() { ItemId = alert, Locale = "de", Values = ContentValues.Parse("""{ "Title": "Vorsicht" }""") }, Editor.System, default));
        await PublishAsync(alert, "de", _texts.Bea);
        await _texts.Site.ReadAsync(db =>
        {
            db.Schedule.Add(Failed(_texts.Contact));

            return db.SaveChangesAsync();
        });
        await _texts.Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.AmendAsync(
            new() { ItemId = _texts.Contact, Locale = "", Changes = new Dictionary<string, JsonNode?> { ["CheckedOn"] = $"{Now:yyyy-MM-dd}" } }, Right.Verify, _texts.Bea.Editor, default));
        await _texts.Site.CatchUpAsync();

        foreach (var days in new[] { 0.01, 61, 0.01, 30 })
        {
            _texts.Site.Clock.Wait(TimeSpan.FromDays(days));
            await FollowAsync();
        }

        var letters = _texts.Site.Letters.Count;
        Assert.Equal(["Alert", "Plan"], await EventsAsync(_texts.Ada));
        Assert.Equal(["Contact", "Plan"], await EventsAsync(_texts.Bea));
        await SendAsync();
        Assert.Equal(2, _texts.Site.Letters.Count - letters);
    }

    private DateTime Now => _texts.Site.Clock.GetUtcNow().UtcDateTime;

    private ScheduledAct Failed(string itemId) => new()
    {
        Id = ContentId.New(),
        ItemId = itemId,
        Locale = "en",
        Kind = ScheduledKind.Unpublish,
        DueAt = Now,
        NextTryAt = Now,
        CreatedAt = Now,
        ById = _texts.Ada.Editor.Id,
        By = "Ada",
        State = ScheduledState.Failed,
        EndedAt = Now,
        Problem = "It could not be done.",
    };

    private async Task<string> SubmitAsync(string notes)
    {
        var draft = await _texts.SaveAsync(_texts.Ada, _texts.Contact, "en", "Notes", notes);
        await _texts.SubmitAsync(_texts.Ada, _texts.Contact, "en");

        return draft.Id;
    }

    private async Task PublishAsync(string itemId, string locale, Browser by)
    {
        var result = await _texts.Site.WithAsync<ContentPublisher, PublishResult>(publisher => publisher.PublishAsync(itemId, locale, by.Editor, default));
        Assert.Empty(result.Problems);
        await _texts.Site.CatchUpAsync();
    }

    private Task<List<string>> EventsAsync(Browser person) => _texts.Site.WithAsync<AccountsDb, List<string>>(async db =>
        [.. (await db.Notices.Where(notice => notice.AccountId == Guid.Parse(person.Editor.Id)).ToListAsync()).Select(notice => $"{notice.Event}").Order()]);

    private async Task FollowAsync()
    {
        while (await _texts.Site.WithAsync<NoticeFollower, bool>(follower => follower.FollowAsync(default)))
        {
        }
    }

    private Task<bool> SendAsync() => _texts.Site.WithAsync<NoticeLetters, bool>(async letters =>
    {
        await letters.SendDueAsync(default);

        return true;
    });

    private static IEnumerable<string> Rows(Answer page) => page.Page.QuerySelectorAll("#main .sn-rows > li").Select(row => row.TextContent);
}

public sealed class NoticeTestsOnSqlite() : NoticeTests(DatabaseKind.Sqlite);

public sealed class NoticeTestsOnPostgreSql() : NoticeTests(DatabaseKind.PostgreSql);
