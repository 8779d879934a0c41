using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.SignIn;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

public abstract class OwnAccountTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string NewPassword = "Zebra kettle monument 4";

    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_new_name_is_shown_at_once_and_the_audit_log_says_from_what_to_what()
    {
        using var ada = await Colleague.JoinAsync(_site);

        var saved = await ada.Browser.SubmitAsync(await AccountAsync(ada), "Save the name", ("Name", "Ada King"));
        var refused = await ada.Browser.SubmitAsync(saved, "Save the name", ("Name", "Ada\u202Egnik"));

        Assert.Equal("Ada King", saved.Page.QuerySelector(".sn-who a")!.TextContent);
        Assert.Equal("Your name has been saved.", saved.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal([("The name has characters that cannot be shown. Type it again.", "#Name")], refused.Problems);
        var entry = Assert.Single(await EntriesAsync(Acts.ChangeAccount));
        Assert.Equal(("{\"Name\":\"Ada Lovelace\"}", "{\"Name\":\"Ada King\"}"), (entry.Before, entry.After));
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_signs_out_every_other_browser()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var first = ada.Browser;
        await ada.SignInElsewhereAsync();

        var wrong = await ChangePasswordAsync(ada, "not my password", NewPassword, NewPassword);
        var weak = await ChangePasswordAsync(ada, Colleague.Password, "Password1234!", "Password1234!");
        var unlike = await ChangePasswordAsync(ada, Colleague.Password, NewPassword, NewPassword + "5");
        var done = await ChangePasswordAsync(ada, Colleague.Password, NewPassword, NewPassword);

        Assert.Equal("#OldPassword", Assert.Single(wrong.Problems).Field);
        Assert.Equal("#Password", Assert.Single(weak.Problems).Field);
        Assert.Equal("#PasswordAgain", Assert.Single(unlike.Problems).Field);
        Assert.StartsWith("Your password has been changed.", done.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.GetAsync("/admin/account")).Status);
        using var elsewhere = new Colleague(_site);
        Assert.Equal("The second step", (await elsewhere.EnterPasswordAsync(NewPassword)).Heading);
        Assert.Contains("The password of your account was changed.", _site.Letters[^1].Text, StringComparison.Ordinal);
        first.Dispose();
    }

    [Fact]
    public async Task Changing_how_one_signs_in_needs_a_sign_in_of_the_last_ten_minutes()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var fresh = await AccountAsync(ada);
        _site.Clock.Wait(TimeSpan.FromMinutes(11));

        var stale = await AccountAsync(ada);
        var sent = await ada.Browser.SubmitAsync(fresh, "Make new recovery codes");
        var setUp = await ada.Browser.GetAsync(SignInAddress.SetUp);

        Assert.DoesNotContain(stale.Page.QuerySelectorAll("button"), button => button.TextContent == "Make new recovery codes");
        Assert.Contains("To change how you sign in, sign in once more.", stale.Html, StringComparison.Ordinal);
        Assert.StartsWith("Sign in once more.", sent.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/sign-in?return=%2Fadmin%2Faccount%2Fsecond-factor&notice=fresh", setUp.Location);
        var again = await ada.EnterCodeAsync(await ada.EnterPasswordAsync(page: setUp.Location));
        Assert.Equal("Add a passkey or an app", again.Heading);
    }

    [Fact]
    public async Task New_recovery_codes_are_shown_once_and_end_the_older_ones()
    {
        using var ada = await Colleague.JoinAsync(_site);

        var shown = await ada.Browser.SubmitAsync(await AccountAsync(ada), "Make new recovery codes");
        var codes = shown.Page.QuerySelectorAll(".sn-codes li").Select(item => item.TextContent.Trim()).ToList();
        var after = await AccountAsync(ada);

        Assert.Equal(10, codes.Count);
        Assert.Empty(codes.Intersect(ada.RecoveryCodes));
        Assert.DoesNotContain(codes[0], after.Html, StringComparison.Ordinal);
        await ada.Browser.SubmitAsync(after, "Sign out");
        var half = await ada.EnterPasswordAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ada.EnterCodeAsync(half, ada.RecoveryCodes[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.EnterCodeAsync(half, codes[0])).Status);
    }

    [Fact]
    public async Task A_new_app_takes_the_place_of_the_older_one_and_the_last_second_step_stays()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var older = ada.Key;

        var last = await ada.Browser.SubmitAsync(await AccountAsync(ada), "Remove the app");
        await ada.SetUpAppAsync(await ada.Browser.GetPageAsync(SignInAddress.SetUp));
        _site.Clock.Wait(TimeSpan.FromMinutes(1));
        using var elsewhere = new Colleague(_site);
        var half = await elsewhere.EnterPasswordAsync();
        var refused = await elsewhere.EnterCodeAsync(half, Totp.CodeAt(older, Totp.StepAt(_site.Clock.GetUtcNow())));

        Assert.StartsWith("The app is the only thing", Assert.Single(last.Problems).Sentence, StringComparison.Ordinal);
        Assert.NotEqual(older, ada.Key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.EnterCodeAsync(half, ada.Code)).Status);
        Assert.Equal(1, await _site.ReadAsync(db => db.Authenticators.CountAsync()));
    }

    [Fact]
    public async Task One_browser_or_all_of_them_can_be_signed_out()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var first = ada.Browser;
        await ada.SignInElsewhereAsync();

        var page = await AccountAsync(ada);
        await ada.Browser.SubmitAsync(page, "Sign out there");
        var ended = await first.GetAsync("/admin/account");
        await ada.SignInElsewhereAsync();
        var gone = await ada.Browser.SubmitAsync(await AccountAsync(ada), "Sign out everywhere");

        Assert.Equal(2, page.Page.QuerySelectorAll("[aria-labelledby=sessions-title] li").Length);
        Assert.Contains("Firefox on Windows (this one)", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, ended.Status);
        Assert.Equal("You have signed out.", gone.Page.QuerySelector("[role=status]")!.TextContent);
        Assert.False(await _site.ReadAsync(db => db.Sessions.AnyAsync(one => one.EndedAt == null)));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var eve = new Colleague(_site);
        await eve.AcceptAsync(await _site.InviteAsync("eve@police.example"), "eve@police.example");
        await eve.SetUpAppAsync(await eve.EnterPasswordAsync(email: "eve@police.example"));
        var adas = await _site.ReadAsync(db => db.Sessions.Where(one => one.EndedAt == null).OrderBy(one => one.CreatedAt).Select(one => one.Id).FirstAsync());
        var page = await AccountAsync(eve);

        await eve.Browser.PostAsync("/admin/account?handler=EndSession", ("form-token", page.FormToken!), ("Id", Convert.ToHexString(adas)));

        Assert.Equal(HttpStatusCode.OK, (await ada.Browser.GetAsync("/admin/account")).Status);
    }

    [Fact]
    public async Task A_form_of_one_session_is_worthless_in_another()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var token = (await AccountAsync(ada)).FormToken!;
        await ada.Browser.SubmitAsync(await AccountAsync(ada), "Sign out");
        _site.Clock.Wait(TimeSpan.FromMinutes(1));
        await ada.EnterCodeAsync(await ada.EnterPasswordAsync());

        var answer = await ada.Browser.PostAsync("/admin/account?handler=Name", ("form-token", token), ("Name", "Mallory"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task When_the_mail_server_is_down_the_change_stands_and_the_screen_says_so()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _site.BreakMail();

        var done = await ChangePasswordAsync(ada, Colleague.Password, NewPassword, NewPassword);

        Assert.Equal("It has been changed, but the letter about it could not be sent.", done.Page.QuerySelector("[role=status]")!.TextContent);
        using var elsewhere = new Colleague(_site);
        Assert.Equal("The second step", (await elsewhere.EnterPasswordAsync(NewPassword)).Heading);
    }

    private static Task<Answer> AccountAsync(Colleague colleague) => colleague.Browser.GetPageAsync("/admin/account");

    private static async Task<Answer> ChangePasswordAsync(Colleague colleague, string old, string password, string again) =>
        await colleague.Browser.SubmitAsync(
            await AccountAsync(colleague), "Change the password", ("OldPassword", old), ("Password", password), ("PasswordAgain", again));

    private Task<List<AuditEntry>> EntriesAsync(string act) =>
        _site.WithAsync<CmsDb, List<AuditEntry>>(db => db.AuditEntries.Where(one => one.Act == act).ToListAsync());
}

public sealed class SqliteOwnAccountTests() : OwnAccountTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlOwnAccountTests() : OwnAccountTests(DatabaseKind.PostgreSql);
