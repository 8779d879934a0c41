using System.Net;
using SayNo.Accounts.OpenIdConnect;
using SayNo.Content.Storage;
using SayNo.Testing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts.OpenIdConnect;

public sealed class OpenIdSettingsTests
{
    [Theory]
    [InlineData("https://login.example.org", "", "secret")]
    [InlineData("https://login.example.org", "say-no", "")]
    [InlineData("", "say-no", "secret")]
    [InlineData("http://login.example.org", "say-no", "secret")]
    [InlineData("login.example.org", "say-no", "secret")]
    public void Settings_that_say_half_are_refused(string authority, string clientId, string secret)
    {
        var settings = new OpenIdSettings { Authority = authority, ClientId = clientId, ClientSecret = secret };

        Assert.Throws<InvalidOperationException>(settings.Check);
    }

    [Fact]
    public async Task Without_settings_nothing_of_it_is_there()
    {
        await using var site = await AccountsSite.StartAsync(DatabaseKind.Sqlite);
        using var browser = new Browser(site.Address);

        var page = await browser.GetPageAsync("/admin/sign-in?notice=openid-failed");

        Assert.DoesNotContain("organisation", page.Html, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(OpenIdEndpoints.Ask)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(OpenIdEndpoints.Answer)).Status);
    }

    [Fact]
    public async Task Over_https_every_cookie_of_it_is_bound_to_the_host_and_the_code_stands_in_no_log()
    {
        await using var organisation = await Organisation.StartAsync();
        await using var site = await OpenIdSite.StartAsync(organisation, await TestSite.CreateAsync(DatabaseKind.Sqlite), isHttps: true);
        using var ada = await Colleague.JoinAsync(site);
        organisation.Says["amr"] = new[] { "mfa" };
        using var browser = new Browser(site.Address);

        var asked = await browser.GetAsync(OpenIdSite.AddressOf(await browser.GetPageAsync("/admin/sign-in")));
        var answer = await OpenIdSite.AnswerAsync(asked);
        var page = await browser.GetPageAsync(answer);

        Assert.All(asked.Response.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-sn-", cookie, StringComparison.Ordinal);
            Assert.EndsWith("path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        });
        Assert.Equal("/admin", page.Path.Split('?')[0]);
        Assert.NotNull(browser.Cookies.GetCookies(site.Address)["__Host-sn-session"]);
        Assert.DoesNotContain(answer.Split("code=")[1].Split('&')[0], site.Log.Text, StringComparison.Ordinal);
    }
}
