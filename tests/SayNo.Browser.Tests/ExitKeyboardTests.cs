using System.Globalization;
using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Three times Shift leaves, and nothing else that one does with that key does.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ExitKeyboardTests(Site site, Chromium chromium)
{
    private const string Status = "[role=status]";

    // Keeps the visitor here, and says how they would have left.
    private const string Stay =
        "() => { navigation.onnavigate = event => { window.left = `${event.navigationType} ${event.destination.url}`; event.preventDefault(); }; }";

    private const string Anew =
        "() => { const left = window.left ?? null; window.left = null; dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); return left; }";

    /// <summary>Keys one after the other: "Shift" is pressed and let go, "+A" goes down, "-A" up, a number is seconds that pass, "click" is the mouse.</summary>
    public static IEnumerable<(string Keys, bool Leaves)> Cases =>
    [
        ("Shift Shift Shift", true),
        ("Shift", false),
        ("Shift Shift", false),
        ("ShiftLeft ShiftRight ShiftLeft", true),
        ("Shift 4.9 Shift 4.9 Shift", true),
        ("Shift Shift 5.1 Shift", false),
        ("Shift 5.1 Shift Shift", false),
        ("Shift Shift 5.1 Shift Shift Shift", true),
        ("Shift Shift a Shift", false),
        ("Shift Shift Escape Shift", false),
        ("Shift Tab Shift Shift", false),
        ("Shift Shift a Shift Shift Shift", true),
        ("+Shift a -Shift +Shift b -Shift +Shift c -Shift", false),
        ("+Shift +A -Shift -A +Shift +B -Shift -B +Shift +C -Shift -C", false),
        ("Shift Shift +Shift +A -Shift -A", false),
        ("Shift Shift +Shift Tab -Shift", false),
        ("+Shift click -Shift +Shift click -Shift +Shift click -Shift", false),
        ("+Alt Shift -Alt +Alt Shift -Alt +Alt Shift -Alt", false),
        ("+Shift +Alt -Alt -Shift +Shift +Alt -Alt -Shift +Shift +Alt -Alt -Shift", false),
        ("+Control Shift Shift Shift -Control", false),
        ("+Shift +Shift +Shift +Shift -Shift", false),
        ("+Shift +A -A -Shift Shift Shift Shift", true),
        ("Control Control Control", false),
    ];

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Fact]
    public async Task R4_three_times_Shift_leaves_and_capital_letters_shortcuts_and_late_presses_do_not()
    {
        await using var visit = await chromium.VisitAsync(1280, 800);
        var page = await OpenAsync(visit, "/de/de");
        var target = await page.Exit().GetAttributeAsync("href");
        var problems = new List<string>();

        foreach (var (keys, leaves) in Cases)
        {
            await TypeAsync(page, keys);
            var left = await page.EvaluateAsync<string?>(Anew);
            await page.Clock.RunForAsync(11_000);
            problems.AddRange(left == (leaves ? $"replace {target}" : null) ? [] : [$"{keys}: {left ?? "stayed"}"]);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task R4_three_times_Shift_leaves_from_the_search_field_too_and_typing_there_does_not()
    {
        await using var visit = await chromium.VisitAsync(1280, 800);
        var page = await OpenAsync(visit, "/?lang=el");
        await page.Locator("input[type=search]").FocusAsync();

        await page.Keyboard.PressAsync("Shift+A");
        await page.Keyboard.PressAsync("Shift+B");
        await page.Keyboard.PressAsync("Shift+C");
        Assert.Equal("ABC", await page.Locator("input[type=search]").InputValueAsync());
        Assert.Null(await page.EvaluateAsync<string?>(Anew));

        await TypeAsync(page, "Shift Shift Shift");
        Assert.NotNull(await page.EvaluateAsync<string?>(Anew));
    }

    [Fact]
    public async Task R3_R4_three_times_Shift_really_leads_to_the_other_site()
    {
        await using var visit = await chromium.VisitAsync(1280, 800);
        var page = await visit.OpenAsync(site, "/bg/bg");

        await TypeAsync(page, "Shift Shift Shift");

        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R4_every_press_is_announced_and_shown_in_the_language_of_the_page(string locale)
    {
        await using var visit = await chromium.VisitAsync(1280, 800);
        var page = await OpenAsync(visit, PageTypes.In(locale)[1]);
        var said = new List<(string Status, string Lights)>();

        foreach (var keys in new[] { "Shift", "Shift", "5.1", "5.1" })
        {
            await TypeAsync(page, keys);
            said.Add((await page.Locator(Status).InnerTextAsync(), await page.Locator(".sn-exit [aria-hidden]").InnerTextAsync()));
        }

        Assert.Equal(
            [
                (InterfaceTexts.In(locale, "Press Shift two more times to leave."), "●○○"),
                (InterfaceTexts.In(locale, "Press Shift once more to leave."), "●●○"),
                (InterfaceTexts.In(locale, "You are still on this page. To leave, press Shift three times."), ""),
                ("", ""),
            ],
            said);
        Assert.Equal(locale, await page.Locator(Status).EvaluateAsync<string>("status => status.closest('[lang]').lang"));
        await Assertions.Expect(page.Locator("footer")).ToContainTextAsync(InterfaceTexts.In(locale, "On a keyboard you can also press Shift three times."));
    }

    private async Task<IPage> OpenAsync(IBrowserContext visit, string path)
    {
        var page = await visit.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(site.At(path));
        await page.EvaluateAsync(Stay);

        return page;
    }

    private static async Task TypeAsync(IPage page, string keys)
    {
        foreach (var key in keys.Split(' '))
        {
            await (key switch
            {
                "click" => page.Locator("h1").ClickAsync(),
                ['+', .. var down] => page.Keyboard.DownAsync(down),
                ['-', .. var up] => page.Keyboard.UpAsync(up),
                _ when double.TryParse(key, CultureInfo.InvariantCulture, out var seconds) => page.Clock.RunForAsync((long)(seconds * 1000)),
                _ => page.Keyboard.PressAsync(key),
            });
        }
    }
}
