using Microsoft.Playwright;
using SayNo.Accounts.Invitations;
using SayNo.Accounts.SignIn;
using SayNo.Content.Publishing;
using SayNo.Web.Tests.Admin;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The screens that belong to a moment of the way in, and those that turn somebody away: narrow and wide, light and dark.</summary>
[Collection(AtADesk.Name)]
public sealed class WayInTests(AdminDesk desk, Chromium chromium) : IClassFixture<AdminDesk>
{
    private const string Password = "Lavender-tractor 7 umbrella";

    private readonly List<string> _problems = [];

    [Fact]
    public async Task From_an_open_invitation_to_the_second_step_every_screen_obeys_axe_and_fits()
    {
        await using var visit = await chromium.VisitAsync(360, 800);
        var email = $"{Guid.NewGuid():N}@police.example";
        var page = await desk.OpenAsync(visit, await InviteAsync(email));

        await AcceptAsync(page);
        await SignInAsync(page, email);
        await SetUpAsync(page);
        await page.PressAsync("Sign out");
        await EnterPasswordAsync(page, email);
        await LookAsync(page, "The second step");
        await page.PressAsync("Sign in");
        await LookAsync(page, "The second step");

        Assert.True(_problems.Count == 0, string.Join('\n', _problems));
    }

    [Fact]
    public async Task From_a_forgotten_password_to_a_new_one_every_screen_obeys_axe_and_fits()
    {
        var account = await desk.Site.AddAccountAsync("Ada Lovelace", AdminSite.Grant(Role.NationalEditor, "AT"));
        await using var visit = await chromium.VisitAsync(360, 800);
        var page = await desk.OpenAsync(visit, "/admin/sign-in");

        await page.FollowAsync("I forgot my password");
        await page.PressAsync("Send the link");
        await LookAsync(page, "Choose a new password");
        await page.GetByLabel("E-mail address").FillAsync(account.Email ?? "");
        await page.PressAsync("Send the link");
        await page.ReadsAsync("a letter with a link is on its way");
        await LookAsync(page, "Choose a new password");

        foreach (var purpose in new[] { LinkPurpose.Password, LinkPurpose.Everything })
        {
            await page.GotoAsync(desk.At(await desk.Site.WithAsync<AccountLinks, string>(links => links.CreateAsync(account.Id, purpose, Editor.System, default))));
            await Assertions.Expect(page.GetByLabel("The same password again")).ToBeVisibleAsync();
            await LookAsync(page, "");
            await page.PressAsync("Save the password");
            await LookAsync(page, "");
        }

        Assert.True(_problems.Count == 0, string.Join('\n', _problems));
    }

    [Fact]
    public async Task Whoever_is_turned_away_reads_it_on_a_screen_that_obeys_axe_and_leads_on()
    {
        await using var visit = await desk.SignInAsync(chromium, 360, 800, AdminSite.Grant(Role.NationalEditor, "AT"));
        var page = await visit.NewPageAsync();

        foreach (var path in new[] { "/admin/accounts", await desk.PathOfAsync("CountryPage", "FR", "fr") })
        {
            var answer = await page.GotoAsync(desk.At(path));

            Assert.Equal(403, answer?.Status);
            await LookAsync(page, "You may not do this");
            await page.FollowAsync("Go to my work");
            Assert.Equal("/admin", page.Screen());
        }

        Assert.True(_problems.Count == 0, string.Join('\n', _problems));
    }

    private async Task AcceptAsync(IPage page)
    {
        await LookAsync(page, "Create your account");
        await page.PressAsync("Create the account");
        await LookAsync(page, "Create your account");
        await page.GetByLabel("Your name").FillAsync("Ada Lovelace");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.PressAsync("Create the account");
        await page.FollowAsync("Sign in");
    }

    /// <summary>Up to the screen on which the second factor is set up.</summary>
    private async Task SignInAsync(IPage page, string email)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Sign in through {AdminDesk.Organisation}" })).ToBeVisibleAsync();
        await page.PressAsync("Sign in");
        await LookAsync(page, "Sign in");
        await EnterPasswordAsync(page, email);
    }

    private async Task SetUpAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".sn-qr")).ToBeVisibleAsync();
        await LookAsync(page, "Protect your account");
        await page.PressAsync("Use this app");
        await LookAsync(page, "Protect your account");
        var key = await page.Locator(".sn-key").InnerTextAsync();
        await page.GetByLabel("Code", new() { Exact = true })
            .FillAsync(Totp.CodeAt(key.Replace(" ", "", StringComparison.Ordinal), Totp.StepAt(desk.Site.Clock.GetUtcNow())));
        await page.PressAsync("Use this app");
        await LookAsync(page, "Your recovery codes");
        await page.FollowAsync("I have kept them: go on");
    }

    private static async Task EnterPasswordAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.PressAsync("Sign in");
    }

    private async Task<string> InviteAsync(string email) =>
        (await desk.Site.WithAsync<InvitationLinks, InvitationLink>(links => links.CreateAsync(email, AdminSite.Grant(Role.NationalEditor, "AT"), default))).Path
        ?? throw new InvalidOperationException("There is no link.");

    /// <summary>Looks at a screen on a phone by night and at a desk by day.</summary>
    private async Task LookAsync(IPage page, string heading)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);

        foreach (var (width, colors) in new[] { (360, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colors });
            _problems.AddRange((await ScreenProblems.OfAsync(page)).Select(problem => $"{page.Screen()} ({width}, {colors}): {problem}"));
        }
    }
}
