using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SayNo.Accounts.SignIn;
using SayNo.Testing;

namespace SayNo.Browser.Tests.Admin;

/// <summary>The program that ships, and the people whom its first administrator brings in by letter, each at a browser of their own.</summary>
public sealed partial class Office(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "Lavender-tractor 7 umbrella";

    private readonly List<IBrowserContext> _browsers = [];

    private RunningSite? _running;

    private IPage? _administrator;

    public RunningSite Running => _running ?? throw new InvalidOperationException("The site has not been started.");

    public IPage Administrator => _administrator ?? throw new InvalidOperationException("Nobody has been let in yet.");

    private string LetterBox => Path.Combine(Running.Folder, "mail");

    public async Task InitializeAsync()
    {
        _running = await RunningSite.StartAsync(CancellationToken.None);
        var page = await OpenAsync(new());
        await page.GotoAsync(At(InvitationIn(Running.Output)));
        await page.GetByLabel("E-mail address").FillAsync(AddressOf("Ada Lovelace"));
        await JoinAsync(page, "Ada Lovelace");
        _administrator = page;
    }

    public async Task DisposeAsync()
    {
        foreach (var browser in _browsers)
        {
            await browser.DisposeAsync();
        }

        if (_running is not null)
        {
            await _running.DisposeAsync();
        }
    }

    public string At(string path) => $"http://localhost:{Running.Address.Port}{path}";

    /// <summary>Somebody new, who has followed the link in the letter, set up an app for codes and come to the first screen.</summary>
    public async Task<IPage> InviteAsync(string name, string role, string? place = null, string? language = null, BrowserNewContextOptions? options = null)
    {
        var letter = await WriteAsync(name, role, place, language);
        var page = await OpenAsync(options ?? new());
        await page.GotoAsync(At(InvitationIn(letter)));
        await JoinAsync(page, name);

        return page;
    }

    private static string AddressOf(string name) => $"{name.Replace(' ', '.').ToLowerInvariant()}@police.example";

    private static string InvitationIn(string text) => Invitation().Match(text) is { Success: true } match
        ? match.Value
        : throw new InvalidOperationException($"There is no invitation in: {text}");

    private static async Task JoinAsync(IPage page, string name)
    {
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
        await page.PressAsync("Create the account");
        await page.FollowAsync("Sign in");
        await page.GetByLabel("E-mail address").FillAsync(AddressOf(name));
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.PressAsync("Sign in");

        var key = await page.Locator(".sn-key").InnerTextAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(Totp.CodeAt(key.Replace(" ", "", StringComparison.Ordinal), Totp.StepAt(TimeProvider.System.GetUtcNow())));
        await page.PressAsync("Use this app");
        await page.FollowAsync("I have kept them: go on");
        await Assertions.Expect(page.Locator(".sn-who a")).ToHaveTextAsync(name);
    }

    private async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        options.Locale = "en";
        var browser = await chromium.VisitAsync(1280, 900, options);
        _browsers.Add(browser);

        return await browser.NewPageAsync();
    }

    /// <summary>The administrator's part: the letter that goes out.</summary>
    private async Task<string> WriteAsync(string name, string role, string? place, string? language)
    {
        var before = Directory.Exists(LetterBox) ? Directory.GetFiles(LetterBox) : [];
        var page = Administrator;
        await page.GotoAsync(At("/admin"));
        await page.FollowAsync("Accounts");
        await page.FollowAsync("Invite somebody");
        await page.GetByLabel("E-mail address").FillAsync(AddressOf(name));
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{role}") }).CheckAsync();

        foreach (var box in new[] { place, language }.OfType<string>())
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = box, Exact = true }).CheckAsync();
        }

        await page.PressAsync("Send the invitation");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accounts", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(AddressOf(name)).First).ToBeVisibleAsync();

        // Colleagues may get letters about their work in the same moment.
        var letters = await Task.WhenAll(Directory.GetFiles(LetterBox).Except(before).Select(path => File.ReadAllTextAsync(path)));
        var letter = letters.Single(one => one.Contains(AddressOf(name), StringComparison.Ordinal));

        return Encoding.UTF8.GetString(Convert.FromBase64String(letter[letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]));
    }

    [GeneratedRegex("/admin/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Invitation();
}
