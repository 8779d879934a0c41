using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Signing in with what Chromium takes for the fingerprint reader of a laptop.</summary>
[Collection(AtADesk.Name)]
public sealed partial class PasskeyTests(Chromium chromium)
{
    private const string Email = "ada@police.example";

    private const string Password = "Lavender-tractor 7 umbrella";

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [Fact]
    public async Task A_colleague_makes_a_passkey_and_signs_in_with_nothing_else()
    {
        await using var site = await StartAsync();
        await using var visit = await chromium.VisitAsync(320, 640, new() { Locale = "en" });
        var page = await visit.NewPageAsync();
        await AddAuthenticatorAsync(page);
        await page.GotoAsync(At(site, Invitation().Match(site.Output).Value));
        await FillAsync(page, ("Email", Email), ("Name", "Ada Lovelace"), ("Password", Password), ("PasswordAgain", Password));
        await PressAsync(page, "Create the account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await ProveAsync(page, "Sign in");

        await FillAsync(page, ("Email", Email), ("Password", Password));
        await PressAsync(page, "Sign in");
        await ProveAsync(page, "Protect your account");
        await FillAsync(page, ("PasskeyName", "Laptop"));
        await PressAsync(page, "Make a passkey");
        await ProveAsync(page, "Your recovery codes");
        await page.GotoAsync(At(site, "/admin/account"));
        await ProveAsync(page, "Your account");
        Assert.Equal("Laptop", await page.Locator(".sn-rows bdi").First.TextContentAsync());

        await PressAsync(page, "Sign out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sn-who a")).ToHaveTextAsync("Ada Lovelace");
        Assert.EndsWith("/admin", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_sign_in_has_no_button_that_does_nothing()
    {
        await using var site = await StartAsync();
        await using var visit = await chromium.VisitAsync(320, 640, new() { Locale = "en", JavaScriptEnabled = false });
        var page = await visit.NewPageAsync();

        await page.GotoAsync(At(site, "/admin/sign-in"));

        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).CountAsync());
    }

    // Accounts need no content.
    private static Task<RunningSite> StartAsync() => RunningSite.StartAsync(CancellationToken.None, "--set", "SayNo:Recipe=blank");

    // Passkeys belong to a name, and a number is none.
    private static string At(RunningSite site, string path) => $"http://localhost:{site.Address.Port}{path}";

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task FillAsync(IPage page, params (string Id, string Text)[] fields)
    {
        foreach (var (id, text) in fields)
        {
            await page.Locator($"#{id}").FillAsync(text);
        }
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The page is there, nothing sticks out of a narrow window, and axe finds nothing.</summary>
    private static async Task ProveAsync(IPage page, string heading)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{heading} is wider than the window.");

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.PutAxeAsync();
            Assert.Empty(await page.ViolationsAsync("tag", Rules));
        }
    }

    [GeneratedRegex("/admin/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Invitation();
}
