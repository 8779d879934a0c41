using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SayNo.Accounts.SignIn;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Web.Tests.Accounts;

public abstract partial class RenewalTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string NewPassword = "Zebra kettle monument 4";

    private AccountsSite _site = null!;

    public async Task InitializeAsync() => _site = await AccountsSite.StartAsync(kind);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_forgotten_password_is_renewed_by_a_letter_and_the_second_step_stays_needed()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var browser = new Admin.Browser(_site.Address);
        var asked = await AskAsync(browser, Colleague.Email);
        var link = await LinkAsync();

        var weak = await RenewAsync(browser, link, "Password1234!");
        var renewed = await RenewAsync(browser, link, NewPassword);
        var again = await browser.GetAsync(link);

        Assert.StartsWith("If there is an account with this e-mail address", asked.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Password", Assert.Single(weak.Problems).Field);
        Assert.StartsWith("Your new password has been saved.", renewed.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Gone, "This link no longer works"), (again.Status, again.Heading));
        Assert.Equal(HttpStatusCode.SeeOther, (await ada.Browser.GetAsync("/admin/account")).Status);
        using var elsewhere = new Colleague(_site);
        Assert.Equal("The second step", (await elsewhere.EnterPasswordAsync(NewPassword)).Heading);
        Assert.DoesNotContain(link[AccountLinks.Path.Length..], _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_an_unknown_address_reads_the_same_and_no_letter_goes_out()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var browser = new Admin.Browser(_site.Address);

        var unknown = await AskAsync(browser, "nobody@police.example");
        var known = await AskAsync(browser, Colleague.Email);
        await LinkAsync();

        Assert.Equal(known.Page.QuerySelector("main")!.InnerHtml, unknown.Page.QuerySelector("main")!.InnerHtml);
        Assert.Single(_site.Letters, letter => letter.Text.Contains(AccountLinks.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_for_a_password_works_for_an_hour()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var browser = new Admin.Browser(_site.Address);
        await AskAsync(browser, Colleague.Email);
        var link = await LinkAsync();
        var form = await browser.GetPageAsync(link);
        _site.Clock.Wait(TimeSpan.FromMinutes(61));

        var late = await browser.SubmitAsync(form, "Save the password", ("Password", NewPassword), ("PasswordAgain", NewPassword));

        Assert.Equal(HttpStatusCode.Gone, late.Status);
    }

    [Fact]
    public async Task A_link_in_a_letter_leads_to_the_site_whatever_the_request_says_its_host_is()
    {
        using var ada = await Colleague.JoinAsync(_site);
        using var mallory = new Admin.Browser(_site.Address);
        var form = await mallory.GetPageAsync("/admin/sign-in/forgotten");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in/forgotten")
        {
            Content = new FormUrlEncodedContent([new("form-token", form.FormToken!), new("Email", Colleague.Email)]),
        };
        request.Headers.Host = "evil.example";

        await mallory.SendAsync(request);
        await LinkAsync();

        Assert.DoesNotContain(_site.Letters, letter => letter.Text.Contains("evil.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_lost_everything_sets_up_anew_by_a_link_for_a_quarter_of_an_hour()
    {
        using var ada = await Colleague.JoinAsync(_site);
        var id = await _site.ReadAsync(db => db.Users.Select(one => one.Id).SingleAsync());
        await _site.ReadAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, DateTime.UtcNow)));
        var link = (await _site.WithAsync<AccountLinks, (string? Path, string)>(links => links.BreakGlassAsync("ADA@police.example", default))).Path!;
        using var browser = new Admin.Browser(_site.Address);

        await RenewAsync(browser, link, NewPassword);
        using var back = new Colleague(_site);
        var setUp = await back.EnterPasswordAsync(NewPassword);
        await back.SetUpAppAsync(setUp);

        Assert.Equal("Protect your account", setUp.Heading);
        Assert.NotEqual(ada.Key, back.Key);
        Assert.Equal(HttpStatusCode.OK, (await back.Browser.GetAsync("/admin/account")).Status);
        Assert.Equal(["link made", "link used"], await _site.WithAsync<CmsDb, List<string?>>(db =>
            db.AuditEntries.Where(one => one.Act == Acts.BreakGlass).OrderBy(one => one.Sequence).Select(one => one.Note).ToListAsync()));

        var late = await _site.WithAsync<AccountLinks, string>(links => links.CreateAsync(id, LinkPurpose.Everything, Editor.System, default));
        _site.Clock.Wait(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(late)).Status);
    }

    [Fact]
    public async Task The_glass_is_broken_for_administrators_only()
    {
        using var ada = await Colleague.JoinAsync(_site);
        await _site.ReadAsync(db => db.Grants.ExecuteUpdateAsync(set => set.SetProperty(one => one.Role, Role.NationalEditor)));

        var (path, problem) = await _site.WithAsync<AccountLinks, (string?, string)>(links => links.BreakGlassAsync(Colleague.Email, default));

        Assert.Null(path);
        Assert.StartsWith("The account of ada@police.example is no administrator's.", problem, StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(Admin.Browser browser, string email) =>
        await browser.SubmitAsync(await browser.GetPageAsync("/admin/sign-in/forgotten"), "Send the link", ("Email", email));

    private static async Task<Answer> RenewAsync(Admin.Browser browser, string link, string password) =>
        await browser.SubmitAsync(await browser.GetPageAsync(link), "Save the password", ("Password", password), ("PasswordAgain", password));

    // The letter goes out after the page has answered.
    private async Task<string> LinkAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (true)
        {
            if (_site.Letters.Select(letter => Link().Match(letter.Text)).FirstOrDefault(match => match.Success) is { } found)
            {
                return found.Value;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    [GeneratedRegex("/admin/renew/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}

public sealed class SqliteRenewalTests() : RenewalTests(DatabaseKind.Sqlite);

public sealed class PostgreSqlRenewalTests() : RenewalTests(DatabaseKind.PostgreSql);
