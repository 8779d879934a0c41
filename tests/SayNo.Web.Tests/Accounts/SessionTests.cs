using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.Storage;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts;

public abstract class SessionTests(DatabaseKind kind) : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_and_back()
    {
        using var browser = _site.Open();

        var home = await browser.GetAsync("/admin");
        var deep = await browser.GetAsync("/admin?a=b&c=%2F");
        var post = await browser.PostAsync("/admin", ("x", "y"));

        Assert.Equal((HttpStatusCode.SeeOther, "/admin/sign-in"), (home.Status, home.Location));
        Assert.Equal("/admin/sign-in?return=%2Fadmin%3Fa%3Db%26c%3D%252F", deep.Location);
        Assert.Equal((HttpStatusCode.SeeOther, "/admin/sign-in"), (post.Status, post.Location));
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_their_name_and_the_menu()
    {
        using var browser = await _site.SignInAsync("Zoë Müller", AdminSite.Grant(Role.NationalEditor, "DE", "de"));

        var page = await browser.GetPageAsync("/admin");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Zoë Müller", page.Page.QuerySelector(".sn-who a")!.TextContent);
        Assert.NotEmpty(page.Page.QuerySelectorAll(".sn-menu a"));
    }

    [Fact]
    public async Task A_session_ends_after_two_hours_without_a_request_and_after_twelve_in_any_case()
    {
        using var idle = await _site.SignInAsync();
        using var busy = await _site.SignInAsync();

        for (var hour = 1; hour < 12; hour++)
        {
            _site.Clock.Wait(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/admin")).Status);

            if (hour == 1)
            {
                Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/admin")).Status);
            }
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await idle.GetAsync("/admin")).Status);
        _site.Clock.Wait(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_change_of_grants_and_a_lock_act_with_the_next_request()
    {
        using var browser = await _site.SignInAsync(AdminSite.Grant(Role.Administrator));
        var id = Guid.Parse(browser.Editor.Id);
        Assert.Single((await FindAsync(browser)).Session.Editor.Grants);

        await _site.WithAsync<AccountsDb, int>(db => db.Grants.Where(one => one.AccountId == id).ExecuteDeleteAsync());
        Assert.Empty((await FindAsync(browser)).Session.Editor.Grants);

        await _site.WithAsync<AccountsDb, int>(db => db.Users.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, DateTime.UtcNow)));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task The_database_keeps_the_hash_of_a_sessions_key_and_the_sign_in_is_in_the_audit_log()
    {
        using var browser = await _site.SignInAsync();

        var session = await _site.WithAsync<AccountsDb, Session>(db => db.Sessions.SingleAsync());
        var entry = await _site.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.ActorId == browser.Editor.Id));

        Assert.Equal(SecretToken.Hash(KeyOf(browser)), session.Id);
        Assert.Equal((Acts.SignIn, browser.Editor.Id, browser.Editor.Name, "Totp"), (entry.Act, entry.ActorId, entry.Actor, entry.Note));
    }

    [Fact]
    public async Task A_script_is_told_401_instead_of_a_page()
    {
        using var browser = _site.Open();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin");
        request.Headers.Add("Sec-Fetch-Mode", "same-origin");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(request)).Status);
    }

    [Fact]
    public async Task While_the_database_is_away_whoever_was_signed_in_a_moment_ago_stays_so()
    {
        using var browser = await _site.SignInAsync("Zoë Müller");
        using var late = await _site.SignInAsync();
        await browser.GetPageAsync("/admin/account");

        await using (await _site.StopDatabaseAsync())
        {
            var page = await browser.GetAsync("/admin/account");

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Zoë Müller"), (page.Status, page.Page.QuerySelector(".sn-who a")?.TextContent));
            Assert.Equal(HttpStatusCode.InternalServerError, (await late.GetAsync("/admin/account")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/account")).Status);
    }

    private static string KeyOf(Browser browser) => browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "sn-session").Value;

    private async Task<(SessionState State, CurrentSession Session)> FindAsync(Browser browser) =>
        (await _site.WithAsync<SessionBook, (SessionState State, CurrentSession Session)?>(sessions => sessions.FindAsync(KeyOf(browser), default)))!.Value;
}

public sealed class SqliteSessionTests() : SessionTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlSessionTests() : SessionTests(DatabaseKind.PostgreSql);
