using System.Net;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.OpenIdConnect;
using SayNo.Accounts.Sessions;
using SayNo.Accounts.SignIn;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts.OpenIdConnect;

public abstract class OpenIdTests(DatabaseKind kind) : IAsyncLifetime
{
    private Organisation _organisation = null!;
    private AccountsSite _site = null!;

    public async Task InitializeAsync()
    {
        _organisation = await Organisation.StartAsync();
        _site = await OpenIdSite.StartAsync(_organisation, await TestSite.CreateAsync(kind));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _organisation.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_an_account_and_proved_two_factors_there_is_let_in_and_led_to_the_page()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "pwd", "mfa" };
        using var browser = new Browser(_site.Address);

        var page = await OpenIdSite.SignInAsync(browser, "/admin/account?notice=name");

        Assert.Equal(("/admin/account?notice=name", "Your account"), (page.Path, page.Heading));
        Assert.Equal(Factor.External, await LastFactorAsync());
        Assert.Equal(("code", "S256", "openid email"), (Asked("response_type"), Asked("code_challenge_method"), Asked("scope")));
        Assert.Equal(Organisation.ClientId, Asked("client_id"));
        Assert.Equal(new Uri(_site.Address, OpenIdEndpoints.Answer).OriginalString, Asked("redirect_uri"));
        Assert.Equal(0, await _site.ReadAsync(db => db.UserTokens.CountAsync()));
        Assert.DoesNotContain("for the user's page", _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_counts_once_and_the_person_from_then_on()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using (var first = new Browser(_site.Address))
        {
            await OpenIdSite.SignInAsync(first);
        }

        using var moved = new Browser(_site.Address);
        _organisation.Says["email"] = "ada.king@police.example";
        var known = await OpenIdSite.SignInAsync(moved);
        using var successor = new Browser(_site.Address);
        (_organisation.Says["sub"], _organisation.Says["email"]) = ("4712", Colleague.Email);
        var other = await OpenIdSite.SignInAsync(successor);

        Assert.Equal("Your account", known.Heading);
        AssertRefused(other);
        Assert.Equal("4711", (await _site.ReadAsync(db => db.UserLogins.SingleAsync())).ProviderKey);
        Assert.Single(await ActsAsync(), act => act == (Acts.TieOpenId, false));
        Assert.Contains(await OpenIdSite.LettersAsync(_site), letter => letter.Text.Contains("tied to your sign-in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pwd")]
    [InlineData("otp")]
    [InlineData("MFA")]
    public async Task Without_a_second_factor_there_the_second_step_is_asked_here(string amr)
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { amr };
        using var browser = new Browser(_site.Address);
        _site.Clock.Wait(TimeSpan.FromMinutes(1));

        var step = await OpenIdSite.SignInAsync(browser);
        var elsewhere = await browser.GetAsync("/admin/account");
        var page = await browser.SubmitAsync(step, "Sign in", ("Code", ada.Code));

        Assert.Equal("The second step", step.Heading);
        Assert.StartsWith(SignInAddress.Code, elsewhere.Location, StringComparison.Ordinal);
        Assert.Equal("Your account", page.Heading);
        Assert.Equal(Factor.Totp, await LastFactorAsync());
    }

    [Fact]
    public async Task Who_has_no_second_factor_anywhere_must_set_one_up()
    {
        using var ada = new Colleague(_site);
        await ada.AcceptAsync(await _site.InviteAsync());
        using var browser = new Browser(_site.Address);

        var page = await OpenIdSite.SignInAsync(browser);

        Assert.Equal("Protect your account", page.Heading);
    }

    [Fact]
    public async Task A_level_that_the_settings_name_stands_for_two_factors()
    {
        await using var site = await OpenIdSite.StartAsync(_organisation, await TestSite.CreateAsync(kind), "gold silver");
        using var ada = await Colleague.JoinAsync(site);
        _organisation.Says["acr"] = "silver";
        using var browser = new Browser(site.Address);

        var page = await OpenIdSite.SignInAsync(browser);

        Assert.Equal("gold silver", Asked("acr_values"));
        Assert.Equal("Your account", page.Heading);
    }

    [Theory]
    [InlineData(false, Colleague.Email)]
    [InlineData("false", Colleague.Email)]
    [InlineData(null, Colleague.Email)]
    [InlineData(true, "grace@police.example")]
    [InlineData(true, "ada@police.example.org")]
    [InlineData(true, "ada@poli\u017fe.example")]
    [InlineData(true, "")]
    public async Task Without_an_account_or_a_verified_address_nobody_is_let_in(object? verified, string email)
    {
        using var ada = await Colleague.JoinAsync(_site);
        (_organisation.Says["email_verified"], _organisation.Says["email"]) = (verified, email);
        _organisation.Says["amr"] = new[] { "mfa" };
        using var browser = new Browser(_site.Address);

        AssertRefused(await OpenIdSite.SignInAsync(browser));
        Assert.Equal(0, await _site.ReadAsync(db => db.UserLogins.CountAsync()));
        Assert.Equal(1, await _site.ReadAsync(db => db.Users.CountAsync()));
        Assert.Contains((Acts.SignIn, true), await ActsAsync());
    }

    [Fact]
    public async Task An_address_that_is_said_in_two_ways_is_not_believed()
    {
        using var ada = await Colleague.JoinAsync(_site);
        (_organisation.Says["email"], _organisation.SaysOnThePage["email"]) = ("grace@police.example", Colleague.Email);
        using var browser = new Browser(_site.Address);

        AssertRefused(await OpenIdSite.SignInAsync(browser));
    }

    [Fact]
    public async Task An_address_that_only_the_page_about_the_user_says_is_enough_but_no_second_factor()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says.Remove("email");
        _organisation.Says.Remove("email_verified");
        (_organisation.SaysOnThePage["email"], _organisation.SaysOnThePage["email_verified"]) = (Colleague.Email, true);
        _organisation.SaysOnThePage["amr"] = new[] { "mfa" };
        using var browser = new Browser(_site.Address);

        Assert.Equal("The second step", (await OpenIdSite.SignInAsync(browser)).Heading);
    }

    [Fact]
    public async Task A_locked_account_stays_locked_whoever_vouches()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using (var before = new Browser(_site.Address))
        {
            Assert.Equal("Your account", (await OpenIdSite.SignInAsync(before)).Heading);
        }

        await _site.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, _site.Clock.GetUtcNow().UtcDateTime)));
        using var browser = new Browser(_site.Address);

        AssertRefused(await OpenIdSite.SignInAsync(browser));
    }

    [Fact]
    public async Task An_answer_to_another_browser_s_question_is_refused()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using var mallory = new Browser(_site.Address);
        using var browser = new Browser(_site.Address);
        var answer = await OpenIdSite.AnswerAsync(mallory);

        AssertFailed(await browser.GetPageAsync(answer));
        Assert.Equal(0, _organisation.Tokens);
        Assert.Contains((Acts.SignIn, true), await ActsAsync());
    }

    [Theory]
    [InlineData("nonce", "somebody-else-s")]
    [InlineData("nonce", null)]
    [InlineData("aud", "another-site")]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("exp", 1)]
    [InlineData("sub", null)]
    public async Task A_token_that_is_not_for_this_sign_in_is_refused(string claim, object? value)
    {
        using var ada = await Colleague.JoinAsync(_site);
        (_organisation.Says["amr"], _organisation.Says[claim]) = (new[] { "mfa" }, value);
        using var browser = new Browser(_site.Address);

        AssertFailed(await OpenIdSite.SignInAsync(browser));
    }

    [Fact]
    public async Task A_token_that_somebody_else_signed_is_refused()
    {
        using var ada = await Colleague.JoinAsync(_site);
        (_organisation.Says["amr"], _organisation.IsForged) = (new[] { "mfa" }, true);
        using var browser = new Browser(_site.Address);

        AssertFailed(await OpenIdSite.SignInAsync(browser));
    }

    [Fact]
    public async Task An_answer_works_once_and_nonsense_never()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using var browser = new Browser(_site.Address);
        var answer = await OpenIdSite.AnswerAsync(browser);

        Assert.Equal("Your account", (await browser.GetPageAsync(answer)).Heading);
        AssertFailed(await browser.GetPageAsync(answer));
        AssertFailed(await browser.GetPageAsync(OpenIdEndpoints.Answer));
        AssertFailed(await browser.GetPageAsync($"{OpenIdEndpoints.Answer}?code=x&state=y"));
        AssertFailed(await browser.GetPageAsync($"{OpenIdEndpoints.Answer}?error=access_denied&state=y"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/admin")]
    [InlineData("/admin//evil.example")]
    [InlineData("/admin/../ie/en")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_never_leads_out_of_the_admin(string target)
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using var browser = new Browser(_site.Address);

        var answer = await browser.GetAsync(await OpenIdSite.AnswerAsync(await browser.GetAsync($"{OpenIdEndpoints.Ask}?return={Uri.EscapeDataString(target)}")));

        Assert.Equal((HttpStatusCode.Redirect, "/admin"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Only_who_proved_lately_who_they_are_may_change_how_they_sign_in()
    {
        using var ada = await Colleague.JoinAsync(_site);
        _organisation.Says["amr"] = new[] { "mfa" };
        using var browser = new Browser(_site.Address);

        var old = await OpenIdSite.SignInAsync(browser, "/admin/account");
        var askedFirst = Asked("max_age");
        _organisation.Says["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var again = await browser.GetPageAsync(SignInAddress.Again("/admin/account"));
        var fresh = await browser.GetPageAsync(await OpenIdSite.AnswerAsync(await browser.GetAsync(OpenIdSite.AddressOf(again))));

        Assert.Contains("sign in once more", old.Html, StringComparison.Ordinal);
        Assert.Equal(("", "0"), (askedFirst, Asked("max_age")));
        Assert.DoesNotContain("sign in once more", fresh.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_is_away_is_said_in_a_sentence()
    {
        await _organisation.DisposeAsync();
        using var browser = new Browser(_site.Address);

        var page = await browser.GetPageAsync(OpenIdSite.AddressOf(await browser.GetPageAsync("/admin/sign-in")));

        Assert.StartsWith("Your organisation does not answer.", Assert.Single(page.Problems).Sentence, StringComparison.Ordinal);
    }

    private static void AssertRefused(Answer page) =>
        Assert.StartsWith("There is no open account here", Assert.Single(page.Problems).Sentence, StringComparison.Ordinal);

    private static void AssertFailed(Answer page) =>
        Assert.StartsWith("You were not signed in there", Assert.Single(page.Problems).Sentence, StringComparison.Ordinal);

    private string Asked(string name) => _organisation.Asked[name].ToString();

    private Task<Factor> LastFactorAsync() => _site.ReadAsync(db => db.Sessions.Where(one => one.EndedAt == null).OrderByDescending(one => one.SeenAt).Select(one => one.Factor).FirstAsync());

    private Task<List<(string Act, bool IsRefused)>> ActsAsync() => _site.WithAsync<CmsDb, List<(string, bool)>>(async db =>
        [.. (await db.AuditEntries.AsNoTracking().ToListAsync()).Select(entry => (entry.Act, entry.IsRefused))]);
}

public sealed class SqliteOpenIdTests() : OpenIdTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlOpenIdTests() : OpenIdTests(DatabaseKind.PostgreSql);
