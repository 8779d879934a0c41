using Microsoft.Playwright;

namespace Screenshots;

/// <summary>The browser of one person who edits, with a passkey of its own.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const string Password = "vier ruhige Worte am Morgen";

    // What a clock says would make each picture another one.
    private const string StopClocks =
        """
        () => {
          const day = '3 March 2027', time = '10:15';
          const rules = [
            [/\b([A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}, \d{1,2}:\d{2} \(UTC[^)]*\)/g, `${day}, ${time} (UTC+1:00)`],
            [/\b\d{1,2}[\/.]\d{1,2}[\/.]\d{4},? \d{1,2}:\d{2}([\s\u202f]?[AP]M)?/g, `${day}, ${time}`],
            [/\b\w+day, \w+ \d{1,2}, \d{4} \d{1,2}:\d{2}[\s\u202f]?[AP]M/g, `Wednesday, ${day}, ${time}`],
            [/\b\w+day, \w+ \d{1,2}, \d{4}/g, `Wednesday, ${day}`],
            [/\b(Kept at) \d{1,2}:\d{2}(:\d{2})?([\s\u202f]?[AP]M)?/g, `$1 ${time}`],
          ];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const said = rules.reduce((all, [rule, word]) => all.replace(rule, word), text.data);
            if (said !== text.data && text.parentElement.localName !== 'textarea') text.data = said;
          }
          for (const input of document.querySelectorAll('input[type=date]')) input.value = '2027-03-03';
          document.activeElement?.blur();
        }
        """;

    private readonly IBrowserContext _visit;
    private readonly string _root;
    private readonly string _folder;

    private Desk(IBrowserContext visit, IPage page, string root, string folder) => (_visit, Page, _root, _folder) = (visit, page, root, folder);

    public IPage Page { get; }

    public static async Task<Desk> OpenAsync(IBrowser chromium, string root, string folder)
    {
        var visit = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en", ReducedMotion = ReducedMotion.Reduce });
        var page = await visit.NewPageAsync();
        var devTools = await visit.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });

        return new(visit, page, root, folder);
    }

    /// <summary>Takes the way of everybody who is new: the invitation, a password, a passkey, the codes on paper.</summary>
    /// <param name="invitation">The path of the link.</param>
    /// <param name="name">Who it is.</param>
    /// <param name="email">Whom the invitation is for.</param>
    /// <param name="isPictured">Whether pictures are taken on the way.</param>
    public async Task JoinAsync(string invitation, string name, string email, bool isPictured = false)
    {
        await GoAsync(invitation);
        await Page.FillAsync("#Name", name);

        if (await Page.IsEditableAsync("#Email"))
        {
            await Page.FillAsync("#Email", email);
        }

        await TakeAsync(isPictured ? "invitation-360" : null, 360, 740);
        await Page.FillAsync("#Password", Password);
        await Page.FillAsync("#PasswordAgain", Password);
        await PressAsync("Create the account");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.FillAsync("#Email", email);
        await Page.FillAsync("#Password", Password);
        await PressAsync("Sign in");
        await TakeAsync(isPictured ? "passkey-1280" : null, 1280, 560);
        await PressAsync("Make a passkey");
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
    }

    public Task GoAsync(string path) => Page.GotoAsync(_root + path);

    /// <summary>Presses a button and waits for the page that comes of it.</summary>
    public async Task PressAsync(string button)
    {
        await Page.EvaluateAsync("() => { window.isOld = true; }");
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        while (!await HasComeAsync())
        {
            await Task.Delay(50);
        }
    }

    private async Task<bool> HasComeAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("() => !window.isOld && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            // One page has gone, and the next has not come.
            return false;
        }
    }

    /// <summary>Takes a picture of what is on the screen; of no name, takes none.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="from">What stands at the top; null for the beginning of the page.</param>
    public async Task TakeAsync(string? name, int width, int height, string? from = null)
    {
        if (name is null)
        {
            return;
        }

        await Page.SetViewportSizeAsync(width, height);
        await Page.EvaluateAsync(StopClocks);
        await Page.EvaluateAsync("from => from ? document.querySelector(from).scrollIntoView({ behavior: 'instant' }) : scrollTo({ top: 0, behavior: 'instant' })", from);
        var file = Path.Combine(_folder, $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = file, Caret = ScreenshotCaret.Hide, Animations = ScreenshotAnimations.Disabled });
        await Page.SetViewportSizeAsync(1280, 800);
        Console.WriteLine($"editors/{name}.png: {new FileInfo(file).Length / 1024} kB");
    }

    public ValueTask DisposeAsync() => _visit.DisposeAsync();
}
