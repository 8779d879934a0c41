using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Everything can be reached, seen and used by the keyboard alone.</summary>
[Collection(InTheBrowser.Name)]
public sealed class KeyboardTests(Site site, Chromium chromium)
{
    private const string Controls =
        """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
          .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 100))
        """;

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public Task Tab_goes_through_every_control_in_reading_order_and_shows_where_it_is(string locale) => WalkAsync(locale, 360, 640);

    // A window of 1,280 by 1,024 pixels, four times enlarged.
    [Fact]
    public Task At_400_per_cent_nothing_covers_what_has_the_focus() => WalkAsync("el", 320, 256);

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task The_second_key_offers_to_skip_to_the_main_content_and_enter_goes_there(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, PageTypes.In(locale)[1]);

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("a[href^='#']:focus")).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    private async Task WalkAsync(string locale, int width, int height)
    {
        await using var visit = await chromium.VisitAsync(width, height);
        var problems = new List<string>();

        foreach (var path in PageTypes.In(locale))
        {
            var page = await visit.OpenAsync(site, path);
            problems.AddRange((await WalkAsync(page)).Select(problem => $"{path}: {problem}"));
            await page.CloseAsync();
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(IPage page)
    {
        var problems = new List<string>();
        var expected = await page.EvaluateAsync<string[]>(Controls);
        var reached = new List<string>();

        for (var presses = 0; presses < expected.Length; presses++)
        {
            await page.Keyboard.PressAsync("Tab");

            if (await page.FocusAsync() is not { } focus)
            {
                break;
            }

            reached.Add(focus.Html);
            problems.AddRange(focus.Problem is null ? [] : [$"{focus.Html}: {focus.Problem}"]);
        }

        return expected.SequenceEqual(reached)
            ? problems
            : [.. problems, $"reached {reached.Count} of {expected.Length} controls, or in another order"];
    }
}
