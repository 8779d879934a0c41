using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SayNo.Accounts.People;
using SayNo.Accounts.Storage;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Mail;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts.People;

public sealed class AccountScreenOnSqliteTests() : AccountScreenTests(DatabaseKind.Sqlite);

public sealed class AccountScreenOnPostgreSqlTests() : AccountScreenTests(DatabaseKind.PostgreSql);

public abstract class AccountScreenTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Screen = "/admin/accounts";

    private static readonly Grant Admin = AdminSite.Grant(Role.Administrator);

    private readonly KeptMail _mail = new();
    private AdminSite _site = null!;
    private Browser _ada = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(kind, configure: builder => builder.Services.AddSingleton<IMail>(_mail));
        await _site.CatchUpAsync();
        _ada = await _site.SignInAsync("Ada", Admin);
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_is_granted_can_be_done_with_the_next_click_and_what_is_taken_no_more()
    {
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE", "de"));
        var germany = await ItemAsync("DE");
        var france = await ItemAsync("FR");
        var before = await bea.GetPageAsync($"/admin/content/{france}");

        var page = await _ada.GetPageAsync(PathOf(bea));
        page = await _ada.SubmitAsync(page, "Grant it", ("Role", "Auditor"));
        var with = await bea.GetPageAsync($"/admin/content/{france}");
        page = await _ada.SubmitAsync(page, "Take away");
        page = await _ada.SubmitAsync(page, "Take away");
        var without = await bea.GetPageAsync($"/admin/content/{germany}");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden], [before.Status, with.Status, without.Status]);
        Assert.Contains("May do nothing", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_are_shown_as_sentences_and_logged_from_what_to_what()
    {
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE", "de"));
        var page = await _ada.GetPageAsync(PathOf(bea));

        var after = await _ada.SubmitAsync(page, "Grant it", ("Role", "Translator"), ("Scopes", "FR"), ("Locales", "fr"));

        Assert.Equal(["May edit Germany in German", "May translate France in French"], after.Page.QuerySelectorAll(".sn-rows p").Select(text => text.TextContent.Trim()));
        var entry = await _site.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.Act == "account.grants"));
        Assert.Equal(("Ada", bea.Editor.Id), (entry.Actor, entry.Target));
        Assert.Equal("""{"Grants":"NationalEditor in DE, languages de"}""", entry.Before);
        Assert.Equal("""{"Grants":"NationalEditor in DE, languages de; Translator in FR, languages fr"}""", entry.After);
    }

    [Theory]
    [InlineData("", "DE", "de", "Choose what they may do.")]
    [InlineData("99", "DE", "de", "Choose what they may do.")]
    [InlineData("Translator", "XX", "de", "Choose for which countries, or for the campaign.")]
    [InlineData("Translator", "DE", "tlh", "Choose in which languages.")]
    [InlineData("NationalEditor", "DE", "de", "They may do this already.")]
    public async Task A_grant_that_is_not_whole_is_refused_with_a_sentence(string role, string scope, string locale, string sentence)
    {
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE", "de"));

        var page = await _ada.SubmitAsync(await _ada.GetPageAsync(PathOf(bea)), "Grant it", ("Role", role), ("Scopes", scope), ("Locales", locale));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(sentence, Assert.Single(page.Problems).Sentence);
    }

    [Fact]
    public async Task Nobody_changes_what_they_may_do_themselves()
    {
        var own = await _ada.GetPageAsync(PathOf(_ada));
        var result = await _site.WithAsync<GrantDesk, DeskResult>(desk => desk.GiveAsync(IdOf(_ada), new("Auditor", [], []), _ada.Editor, default));

        Assert.Contains("This is your own account.", own.Html, StringComparison.Ordinal);
        Assert.Empty(own.Page.QuerySelectorAll("form[action^='?handler']"));
        Assert.Equal(DeskResult.Own, result);
        Assert.Equal(DeskResult.Own, await _site.WithAsync<AccountDesk, DeskResult>(desk => desk.LockAsync(IdOf(_ada), "x", _ada.Editor, default)));
    }

    [Fact]
    public async Task Two_administrators_who_take_each_others_right_leave_one_of_them()
    {
        using var bea = await _site.SignInAsync("Bea", Admin);
        var grants = await _site.WithAsync<AccountsDb, List<AccountGrant>>(db => db.Grants.Where(grant => grant.Role == Role.Administrator).ToListAsync());
        Guid GrantOf(Browser who) => grants.Single(grant => grant.AccountId == IdOf(who)).Id;

        var results = await Task.WhenAll(
            _site.WithAsync<GrantDesk, DeskResult>(desk => desk.TakeAsync(IdOf(bea), GrantOf(bea), _ada.Editor, default)),
            _site.WithAsync<GrantDesk, DeskResult>(desk => desk.TakeAsync(IdOf(_ada), GrantOf(_ada), bea.Editor, default)));

        Assert.Single(results, result => result.IsDone);
        Assert.Single(results, DeskResult.LastAdministrator);
    }

    [Fact]
    public async Task Whoever_is_locked_is_out_at_once_and_comes_in_again_when_unlocked()
    {
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE"));
        var page = await _ada.SubmitAsync(await _ada.GetPageAsync(PathOf(bea)), "Lock the account");
        Assert.Equal("Write down why. The audit log keeps it.", Assert.Single(page.Problems).Sentence);

        page = await _ada.SubmitAsync(page, "Lock the account", ("Reason", "Left the team"));

        Assert.Equal("/admin/sign-in", (await bea.GetAsync("/admin")).Location);
        Assert.Contains("Locked since", page.Html, StringComparison.Ordinal);
        Assert.Contains("Bea", (await _ada.GetPageAsync($"{Screen}?state=locked")).Page.QuerySelector(".sn-rows")!.TextContent, StringComparison.Ordinal);
        page = await _ada.SubmitAsync(page, "Unlock the account", ("Reason", "Came back"));
        Assert.DoesNotContain("Locked since", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, await _site.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == "account.lock" && entry.Note != null)));
    }

    [Fact]
    public async Task A_deleted_account_is_gone_and_the_log_keeps_its_name()
    {
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE"));
        var page = await _ada.GetPageAsync(PathOf(bea));
        var unsure = await _ada.SubmitAsync(page, "Delete the account", ("Reason", "Left"));

        var list = await _ada.SubmitAsync(page, "Delete the account", ("Reason", "Left"), ("Sure", "yes"));

        Assert.Equal("Tick the box if the account is to be deleted.", Assert.Single(unsure.Problems).Sentence);
        Assert.Contains("The account was deleted.", list.Html, StringComparison.Ordinal);
        Assert.Equal("/admin/sign-in", (await bea.GetAsync("/admin")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await _ada.GetPageAsync(PathOf(bea))).Status);
        Assert.Contains("Bea", (await _site.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Act == "account.delete"))).Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_an_account_up_anew_takes_two_administrators_and_only_the_person_gets_the_link()
    {
        using var cleo = await _site.SignInAsync("Cleo", Admin);
        using var bea = await _site.SignInAsync("Bea", AdminSite.Grant(Role.NationalEditor, "DE"));
        var asked = await _ada.SubmitAsync(await _ada.GetPageAsync(PathOf(bea)), "Ask a second administrator", ("Reason", "Telephone stolen, I know her voice"));
        var alone = await _site.WithAsync<RecoveryDesk, DeskResult>(desk => desk.ConfirmAsync(IdOf(bea), _ada.Editor, default));
        _mail.IsBroken = true;
        var unsent = await cleo.SubmitAsync(await cleo.GetPageAsync(PathOf(bea)), "Agree, and send the link");
        _mail.IsBroken = false;

        var agreed = await cleo.SubmitAsync(unsent, "Agree, and send the link");

        Assert.DoesNotContain("Agree, and send the link", asked.Html, StringComparison.Ordinal);
        Assert.Equal("You asked for this yourself. Another administrator must agree.", alone.Problem?.Sentence);
        Assert.DoesNotContain("/admin/renew/", unsent.Html + agreed.Html, StringComparison.Ordinal);
        using var stranger = _site.Open();
        var renew = await stranger.GetPageAsync(LinkInLetter);
        Assert.Equal("Choose a new password", renew.Heading);
        await _ada.SubmitAsync(await _ada.GetPageAsync(PathOf(bea)), "Lock the account", ("Reason", "It was not her"));
        Assert.Equal(HttpStatusCode.Gone, (await stranger.GetPageAsync(LinkInLetter)).Status);
    }

    [Fact]
    public async Task An_invited_person_makes_an_account_with_what_was_granted()
    {
        var form = await _ada.GetPageAsync($"{Screen}/invite");
        var list = await _ada.SubmitAsync(form, "Send the invitation", ("Email", "bea@police.example"), ("Role", "NationalApprover"), ("Scopes", "DE"), ("Locales", "*"));
        Assert.Contains("May approve and publish Germany in all languages", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/invitation/", list.Html, StringComparison.Ordinal);
        Assert.Equal("bea@police.example", Assert.Single(_mail.Letters).To);
        using var bea = _site.Open();

        await bea.SubmitAsync(
            await bea.GetPageAsync(LinkInLetter), "Create the account", ("Name", "Bea"), ("Password", Colleague.Password), ("PasswordAgain", Colleague.Password));

        var found = await _ada.GetPageAsync($"{Screen}?q=bea&role=NationalApprover&scope=DE&state=never");
        Assert.Equal("1 account", found.Page.QuerySelector("main [role=status]")!.TextContent.Trim());
        Assert.Contains("No invitation is open.", found.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shown_only_if_its_letter_cannot_be_sent_and_can_be_renewed_and_taken_back()
    {
        _mail.IsBroken = true;
        var form = await _ada.GetPageAsync($"{Screen}/invite");
        var shown = await _ada.SubmitAsync(form, "Send the invitation", ("Email", "bea@police.example"), ("Role", "Auditor"));
        var first = new Uri(shown.Page.QuerySelector(".sn-summary .sn-address")!.TextContent).AbsolutePath;
        _mail.IsBroken = false;
        var renewed = await _ada.SubmitAsync(await _ada.GetPageAsync(Screen), "Send a new link to bea@police.example");
        using var bea = _site.Open();
        var old = await bea.GetPageAsync(first);
        var open = await bea.GetPageAsync(LinkInLetter);

        await _ada.SubmitAsync(renewed, "Take back the invitation of bea@police.example");

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.OK], [old.Status, open.Status]);
        Assert.Equal(HttpStatusCode.NotFound, (await bea.GetPageAsync(LinkInLetter)).Status);
        Assert.False(await _site.ReadAsync(db => db.AuditEntries.AnyAsync(entry => (entry.Before + entry.After + entry.Note).Contains("bea@police"))));
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.CampaignLead)]
    [InlineData(Role.NationalApprover)]
    public async Task Only_administrators_reach_any_of_it(Role role)
    {
        using var other = await _site.SignInAsync("Otto", AdminSite.Grant(role));

        foreach (var path in new[] { Screen, $"{Screen}/invite", PathOf(_ada), $"{Screen}/{Guid.Empty}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetPageAsync(path)).Status);
        }

        await Assert.ThrowsAsync<RightDeniedException>(() =>
            _site.WithAsync<GrantDesk, DeskResult>(desk => desk.GiveAsync(IdOf(_ada), new("Auditor", [], []), other.Editor, default)));
        await Assert.ThrowsAsync<RightDeniedException>(() => _site.WithAsync<RecoveryDesk, DeskResult>(desk => desk.DropAsync(IdOf(_ada), other.Editor, default)));
    }

    /// <summary>The path that the newest letter leads to.</summary>
    private string LinkInLetter => new Uri(_mail.Letters[^1].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Last(word => word.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;

    private static Guid IdOf(Browser browser) => Guid.Parse(browser.Editor.Id);

    private static string PathOf(Browser browser) => $"{Screen}/{browser.Editor.Id}";

    private Task<string> ItemAsync(string scope) => _site.ReadAsync(db => db.Items.Where(item => item.Type == "CountryPage" && item.Scope == scope).Select(item => item.Id).FirstAsync());
}
