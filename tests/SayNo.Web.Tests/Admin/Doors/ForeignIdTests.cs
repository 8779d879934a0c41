using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Storage;
using SayNo.Admin.Items;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Accounts;

namespace SayNo.Web.Tests.Admin.Doors;

/// <summary>Ids of another country in the fields of forms that belong to one's own, by somebody who may do everything at home.</summary>
public sealed class ForeignIdTests(SharedDoors doors) : IClassFixture<SharedDoors>, IAsyncLifetime
{
    private readonly GuardedSite _site = doors.Site;

    private Place Own => _site.Places[Doors.Own];

    private Place Other => _site.Places[Doors.Other];

    private string Text => $"/admin/content/{Own.ItemId}/de";

    // Somebody new tries each time, whom nobody has signed out and for whom nothing is kept.
    public Task InitializeAsync() => _site.ComeBackAsync('C');

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("review?handler=Publish")]
    [InlineData("review?handler=Approve")]
    [InlineData("review?handler=Reject")]
    [InlineData("schedule?handler=Publish")]
    public async Task A_decision_about_another_countrys_version_is_no_decision(string act)
    {
        var answer = await RefusedAsync($"{Text}/{act}", ("VersionId", Other.DraftId), ("Reason", "Nein"), ("Day", "2100-01-31"), ("Time", "08:30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task A_comment_a_plan_and_a_link_of_another_country_are_refused_at_ones_own_text()
    {
        var before = await RefusalsAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync($"{Text}/comments?handler=Resolve", ("CommentId", Other.CommentId))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync($"{Text}/schedule?handler=Cancel", ("PlanId", Other.PlanId))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync($"{Text}/preview?handler=Revoke", ("LinkId", Other.LinkId))).Status);
        Assert.Equal(before + 3, await RefusalsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Submit")]
    [InlineData("?handler=Publish")]
    [InlineData("?handler=Find&field=Title")]
    [InlineData("/check")]
    [InlineData("/size")]
    [InlineData("/history/1?handler=Restore")]
    public async Task A_form_made_of_another_countrys_version_tells_nothing_of_it(string act)
    {
        var answer = await RefusedAsync(Text + act, ("basedOn", Other.DraftId), ("value.Title", "Mein Text"));

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, answer.Status.ToString());
    }

    [Fact]
    public async Task What_was_typed_upon_another_countrys_version_comes_back_without_it()
    {
        await PostAsync($"{Text}/autosave", ("basedOn", Other.DraftId), ("value.Title", "Mein Text"));

        var form = await _site.Of('C').GetPageAsync(Text);
        var preview = await _site.Of('C').GetPageAsync($"{Text}/preview?typed=1");

        Assert.Contains("Mein Text", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Other.Secret, form.Html + preview.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_text_is_not_confirmed_against_another_countrys_version()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync($"{Text}?handler=Confirm", ("version", Own.DraftId), ("source", Other.DraftId))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync($"{Text}?handler=Confirm", ("version", Other.DraftId), ("source", Other.OlderId))).Status);
    }

    [Fact]
    public async Task Another_countrys_items_are_not_put_in_order_among_ones_own()
    {
        var list = "/admin/content/order?type=Alert&scope=AT";
        (string, string)[] mixed = [.. Own.Alerts.Skip(1).Append(Other.ItemId).Select(id => ("item", id))];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync(list, mixed)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync(list, [.. Own.Alerts.Append(Other.ItemId).Select(id => ("item", id))])).Status);
        await RefusedAsync(list, ("up", Other.ItemId));
        await RefusedAsync("/admin/content/order?type=Alert&scope=FR", ("scope", "AT"), ("up", Own.ItemId));
        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync(list, ("scope", "FR"), ("up", Other.ItemId))).Status);
    }

    [Fact]
    public async Task Many_texts_with_one_of_another_country_among_them_are_refused_together()
    {
        foreach (var act in new[] { "submit", "publish", "archive" })
        {
            var plan = await RefusedAsync("/admin/content/bulk", ("act", act), ("item", Own.ItemId), ("item", Other.ItemId));
            var done = await RefusedAsync("/admin/content/bulk?handler=Do", ("act", act), ("text", $"{Own.ItemId}|de|{Own.DraftId}"), ("text", $"{Other.ItemId}|de|{Other.DraftId}"));

            Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [plan.Status, done.Status]);
        }

        await RefusedAsync("/admin/content/bulk?handler=Do", ("act", "publish"), ("text", $"{Own.ItemId}|de|{Other.DraftId}"));
    }

    [Fact]
    public async Task An_own_wording_is_begun_of_the_campaigns_items_alone_and_in_ones_own_country_alone()
    {
        var campaign = _site.Places[Doors.Campaign];

        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync($"/admin/content/{Other.ItemId}?handler=Override", ("country", Doors.Own))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync($"/admin/content/{campaign.ItemId}?handler=Override", ("country", Doors.Other))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RefusedAsync($"/admin/content/{Own.ItemId}?handler=Override", ("country", Doors.Own))).Status);

        var direct = await _site.Site.WithAsync<ContentDrafts, CreateResult>(drafts => drafts.CreateOverrideAsync(Other.ItemId, Doors.Own, _site.Of('C').Editor, default));
        Assert.Null(direct.Item);
    }

    [Fact]
    public async Task Whoever_names_two_owners_is_asked_about_the_one_that_counts()
    {
        (string, string)[] typed = [("Title", "Neu"), ("Slug", "neu"), ("Locale", "de"), ("scope", Doors.Own)];

        Assert.Equal(HttpStatusCode.Forbidden, (await RefusedAsync("/admin/content/new?type=Alert&scope=FR&scope=AT", typed[..3])).Status);
        await RefusedAsync("/admin/content/new?type=Alert&scope=FR", ("Title", "Neu"), ("Slug", "neu"), ("Locale", "de"), ("Scope", Doors.Other));
    }

    [Fact]
    public async Task What_points_to_another_countrys_item_does_not_name_it()
    {
        var named = await _site.Site.WithAsync<ItemPicker, IReadOnlyList<PickedItem>>(picker =>
            picker.OfAsync([Other.ItemId, Own.ItemId], "en", _site.Of('C').Editor, default));

        Assert.Equal([Own.ItemId], named.Select(item => item.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/autosave")]
    [InlineData("/comments?handler=Add")]
    [InlineData("/review?handler=Submit")]
    [InlineData("/preview?handler=Share")]
    public async Task A_translator_touches_neither_what_all_languages_share_nor_a_language_that_is_not_theirs(string act)
    {
        foreach (var locale in new[] { "neutral", "fr" })
        {
            var answer = await RefusedAsync('T', $"/admin/content/{Own.ContactId}/{locale}{act}", ("Text", "Hallo"), ("Hours", "24"));

            Assert.True(answer.Status == HttpStatusCode.Forbidden || (locale == "fr" && answer.Status == HttpStatusCode.NotFound), $"{locale}{act}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var sessions = await _site.Site.WithAsync<AccountsDb, List<byte[]>>(db => db.Sessions.Select(session => session.Id).ToListAsync());

        foreach (var id in sessions.Where(id => id.Length > 0))
        {
            await PostAsync("/admin/account?handler=EndSession", ("Id", Convert.ToHexString(id)));
        }

        Assert.Equal(HttpStatusCode.OK, (await _site.Of('U').GetAsync("/admin")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _site.Of('A').GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_grant_is_taken_from_the_account_that_is_open_alone()
    {
        var grant = await _site.Site.WithAsync<AccountsDb, AccountGrant>(db => db.Grants.FirstAsync(one => one.AccountId == Guid.Parse(Other.AccountId)));

        var answer = await RefusedAsync('A', $"/admin/accounts/{Own.AccountId}?handler=Take", ("grant", grant.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private Task<Answer> RefusedAsync(string path, params (string, string)[] fields) => RefusedAsync('C', path, fields);

    /// <summary>Sends a form that must change nothing of another country, and must not tell its secret.</summary>
    private async Task<Answer> RefusedAsync(char person, string path, params (string, string)[] fields)
    {
        var before = (await Stored.RowsAsync(_site.Site)).Where(row =>
            new[] { Other.ItemId, Other.AccountId, "\"FR\"" }.Any(part => row.Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(before.Count > 10);
        var published = await PublishedAsync();

        var answer = await _site.Of(person).PostAsync(path, [("form-token", _site.TokenOf(person)), .. fields]);

        Assert.Empty(before.Except(await Stored.RowsAsync(_site.Site)));
        Assert.Equal(published, await PublishedAsync());
        Assert.True(person == 'A' || !answer.Html.Contains(Other.Secret, StringComparison.OrdinalIgnoreCase), "It tells the secret.");

        return answer;
    }

    private Task<int> RefusalsAsync() =>
        _site.Site.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.IsRefused && entry.Scope == Doors.Other));

    private Task<int> PublishedAsync() => _site.Site.ReadAsync(db => db.Versions.CountAsync(version => version.PublishedAt != null));

    private Task<Answer> PostAsync(string path, params (string, string)[] fields) =>
        _site.Of('C').PostAsync(path, [("form-token", _site.TokenOf('C')), .. fields]);
}
