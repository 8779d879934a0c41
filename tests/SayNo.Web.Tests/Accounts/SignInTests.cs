using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

public abstract class SignInTests(DatabaseKind kind) : IAsyncLifetime
{
    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task After_the_first_password_the_only_screen_is_the_one_that_sets_up_a_second_step()
    {
        using var ada = new Colleague(_site);
        await ada.AcceptAsync(await _site.InviteAsync());

        var setUp = await ada.EnterPasswordAsync();
        var elsewhere = await ada.Browser.GetAsync("/admin/account");
        var codes = await ada.SetUpAppAsync(setUp);
        var account = await ada.Browser.GetPageAsync("/admin/account");

        Assert.Equal("Protect your account", setUp.Heading);
        Assert.StartsWith(SignInAddress.SetUp, elsewhere.Location, StringComparison.Ordinal);
        Assert.Equal("Your recovery codes", codes.Heading);
        Assert.Equal(10, ada.RecoveryCodes.Distinct().Count());
        Assert.Equal("Your account", account.Heading);
    }

    [Fact]
    public async Task Signing_in_takes_the_password_and_the_code_and_leads_back_to_the_page()
    {
        using var ada = await Colleague.JoinAsync(_site);
        await ada.Browser.SubmitAsync(await ada.Browser.GetPageAsync("/admin/account"), "Sign out");
        _site.Clock.Wait(TimeSpan.FromMinutes(1));

        var code = await ada.EnterPasswordAsync(page: "/admin/account?notice=name");
        var half = await ada.Browser.GetAsync("/admin/account");
        var page = await ada.EnterCodeAsync(code);

        Assert.Equal("The second step", code.Heading);
        Assert.StartsWith(SignInAddress.Code, half.Location, StringComparison.Ordinal);
        Assert.Equal(("/admin/account?notice=name", "Your account"), (page.Path, page.Heading));
    }

    [Fact]
    public async Task Every_sign_in_gets_a_new_key_and_the_older_one_of_the_browser_ends()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var first = Key(ada);
        _site.Clock.Wait(TimeSpan.FromMinutes(1));

        var code = await ada.EnterPasswordAsync(page: "/admin/sign-in?notice=fresh");
        var half = Key(ada);
        await ada.EnterCodeAsync(code);

        Assert.Equal(3, new[] { first, half, Key(ada) }.Distinct().Count());
        Assert.Equal(1, await _site.ReadAsync(db => db.Sessions.CountAsync(one => one.EndedAt == null)));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var used = ada.Code;
        await ada.Browser.SubmitAsync(await ada.Browser.GetPageAsync("/admin/account"), "Sign out");

        var again = await ada.EnterCodeAsync(await ada.EnterPasswordAsync(), used);
        _site.Clock.Wait(TimeSpan.FromSeconds(30));
        var next = await ada.EnterCodeAsync(again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.StartsWith("This code is not right", Assert.Single(again.Problems).Sentence, StringComparison.Ordinal);
        Assert.NotEqual("The second step", next.Heading);
        Assert.Equal(Factor.Totp, await LastFactorAsync());
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_however_it_is_typed()
    {
        using var ada = await Colleague.JoinAsync(_site);
        await ada.Browser.SubmitAsync(await ada.Browser.GetPageAsync("/admin/account"), "Sign out");
        var typed = ada.RecoveryCodes[3].ToUpperInvariant().Replace('-', ' ');

        await ada.EnterCodeAsync(await ada.EnterPasswordAsync(), typed);
        var page = await ada.Browser.GetPageAsync("/admin/account");
        await ada.Browser.SubmitAsync(page, "Sign out");
        var again = await ada.EnterCodeAsync(await ada.EnterPasswordAsync(), typed);

        Assert.Contains("Recovery codes that are left: 9", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.True(await _site.ReadAsync(db => db.RecoveryCodes.AllAsync(one => one.Hash.Length == 32)));
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_waits_a_quarter_of_an_hour()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var mallory = new Colleague(_site);

        for (var i = 0; i < TryCounter.Tries; i++)
        {
            await mallory.EnterPasswordAsync("Umbrella-tractor 7 lavender");
        }

        var closed = await mallory.EnterPasswordAsync();
        _site.Clock.Wait(TryCounter.ClosedFor + TimeSpan.FromSeconds(1));
        var open = await mallory.EnterPasswordAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.Status);
        Assert.Equal("The second step", open.Heading);
        Assert.Contains(await ActsAsync(), act => act is (Acts.LockAccount, _, false));
    }

    [Fact]
    public async Task Many_tries_at_the_same_moment_are_no_more_than_five()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var sessions = await _site.ReadAsync(db => db.Sessions.CountAsync());

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var mallory = new Colleague(_site);
            await mallory.EnterPasswordAsync("Umbrella-tractor 7 lavender");
        }));

        using var late = new Colleague(_site);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.EnterPasswordAsync()).Status);
        Assert.Equal(sessions, await _site.ReadAsync(db => db.Sessions.CountAsync()));
        Assert.Equal(TryCounter.Tries, await _site.ReadAsync(db => db.Users.Select(one => one.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_wrong_password_an_unknown_address_and_a_closed_account()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var mallory = new Colleague(_site);

        var wrong = await mallory.EnterPasswordAsync("Umbrella-tractor 7 lavender");
        var unknown = await mallory.EnterPasswordAsync(email: "nobody@police.example");
        await _site.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, DateTime.UtcNow)));
        var locked = await mallory.EnterPasswordAsync();

        Assert.All([wrong, unknown, locked], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        Assert.Equal(wrong.Problems, unknown.Problems);
        Assert.Equal(wrong.Problems, locked.Problems);
    }

    [Fact]
    public async Task Wrong_tries_are_in_the_audit_log_without_what_was_typed()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var mallory = new Colleague(_site);
        var id = await _site.ReadAsync(db => db.Users.Select(one => one.Id).SingleAsync());

        await mallory.EnterPasswordAsync("Umbrella-tractor 7 lavender");
        await mallory.EnterPasswordAsync(email: "nobody@police.example");
        await mallory.EnterCodeAsync(await mallory.EnterPasswordAsync(), ada.WrongCode);

        var entries = await _site.WithAsync<CmsDb, List<AuditEntry>>(db => db.AuditEntries.Where(one => one.IsRefused).OrderBy(one => one.Sequence).ToListAsync());
        Assert.Equal([(id.ToString(), "password"), ("", "password"), (id.ToString(), "code")], entries.Select(one => (one.Target, one.Note!)));
        Assert.DoesNotContain(entries, one => $"{one}".Contains("nobody", StringComparison.Ordinal) || $"{one}".Contains("Umbrella", StringComparison.Ordinal));
        Assert.DoesNotContain("Umbrella-tractor", _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody@", _site.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/admin")]
    [InlineData("/admin/../..//evil.example")]
    [InlineData("/adminevil")]
    [InlineData("/admin\\evil")]
    [InlineData("/admin/sign-out")]
    public async Task After_signing_in_nobody_is_led_away_from_the_admin(string target)
    {
        using var ada = new Colleague(_site);
        await ada.AcceptAsync(await _site.InviteAsync());

        var setUp = await ada.EnterPasswordAsync(page: $"/admin/sign-in?return={Uri.EscapeDataString(target)}");
        var codes = await ada.SetUpAppAsync(setUp);

        Assert.StartsWith("/admin", codes.Page.QuerySelector(".sn-actions a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", codes.Page.QuerySelector(".sn-actions a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_sign_in_form_is_refused_and_a_second_tab_goes_on_where_the_first_signed_in()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var other = new Colleague(_site);
        var tab = await other.Browser.GetPageAsync("/admin/sign-in?return=%2Fadmin%2Faccount");
        _site.Clock.Wait(TimeSpan.FromMinutes(1));

        var forged = await other.Browser.PostAsync("/admin/sign-in", ("Email", Colleague.Email), ("Password", Colleague.Password), ("form-token", "x"));
        await other.EnterCodeAsync(await other.EnterPasswordAsync(), ada.Code);
        var second = await other.Browser.SubmitAsync(tab, "Sign in", ("Email", Colleague.Email), ("Password", Colleague.Password));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(("/admin/account", HttpStatusCode.OK), (second.Path, second.Status));
    }

    [Fact]
    public async Task The_secret_of_the_app_is_sealed_in_the_database()
    {
        using var ada = await Colleague.JoinAsync(_site);

        var stored = await _site.ReadAsync(db => db.Authenticators.Select(one => one.Key).SingleAsync());

        Assert.Equal(32, ada.Key.Length);
        Assert.DoesNotContain(ada.Key, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.Key, _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.RecoveryCodes[0], _site.Log.Text, StringComparison.Ordinal);
    }

    private static string Key(Colleague colleague) => colleague.Browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "sn-session").Value;

    private Task<Factor> LastFactorAsync() => _site.ReadAsync(db => db.Sessions.Where(one => one.EndedAt == null).Select(one => one.Factor).SingleAsync());

    private async Task<List<(string Act, string Note, bool IsRefused)>> ActsAsync() =>
        await _site.WithAsync<CmsDb, List<(string, string, bool)>>(async db =>
            [.. (await db.AuditEntries.ToListAsync()).Select(one => (one.Act, one.Note ?? "", one.IsRefused))]);
}

public sealed class SqliteSignInTests() : SignInTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlSignInTests() : SignInTests(DatabaseKind.PostgreSql);
