using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SayNo.Accounts;
using SayNo.Accounts.SignIn;
using SayNo.Testing;
using SayNo.Web.Mail;
using SayNo.Web.Tests.Admin;

namespace SayNo.Web.Tests.Accounts.OpenIdConnect;

/// <summary>A site that knows an organisation, and the steps of a browser between the two.</summary>
internal static class OpenIdSite
{
    private const string Link = "Sign in through Garda";

    public static async Task<AccountsSite> StartAsync(Organisation organisation, TestSite engine, string acr = "", bool isHttps = false) =>
        await AccountsSite.StartAsync(engine, [new AccountsModule()], isHttps, builder => builder.Know(organisation, acr));

    /// <summary>The settings with which a site knows the organisation.</summary>
    public static void Know(this WebApplicationBuilder builder, Organisation organisation, string acr = "") => builder.Configuration.AddInMemoryCollection(
    [
        new("SayNo:OpenIdConnect:Authority", organisation.Address.OriginalString),
        new("SayNo:OpenIdConnect:ClientId", Organisation.ClientId),
        new("SayNo:OpenIdConnect:ClientSecret", Organisation.ClientSecret),
        new("SayNo:OpenIdConnect:Name", "Garda"),
        new("SayNo:OpenIdConnect:Acr", acr),
    ]);

    public static string AddressOf(Answer page) => page.Page.QuerySelectorAll("a").Single(link => link.TextContent == Link).GetAttribute("href")!;

    /// <summary>The page to which it all leads.</summary>
    public static async Task<Answer> SignInAsync(Browser browser, string target = "/admin/account") =>
        await browser.GetPageAsync(await AnswerAsync(browser, target));

    /// <summary>Where the organisation sends the browser back to.</summary>
    public static async Task<string> AnswerAsync(Browser browser, string target = "/admin/account") =>
        await AnswerAsync(await browser.GetAsync(AddressOf(await browser.GetPageAsync(SignInAddress.Returning(target)))));

    public static async Task<string> AnswerAsync(Answer asked)
    {
        using var there = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var answer = await there.GetAsync(asked.Location);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>The letters, once there are any: they go out behind the answer.</summary>
    public static async Task<IReadOnlyList<Letter>> LettersAsync(AccountsSite site)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (site.Letters.Count == 0)
        {
            await Task.Delay(20, patience.Token);
        }

        return site.Letters;
    }
}
