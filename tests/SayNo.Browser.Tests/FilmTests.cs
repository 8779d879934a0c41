using System.Collections.Concurrent;
using Microsoft.Playwright;
using SayNo.Web.Tests.Campaign.Films;
using static Microsoft.Playwright.Assertions;

namespace SayNo.Browser.Tests;

/// <summary>The film starts only when the visitor starts it, with the captions of the page.</summary>
[Collection(InTheBrowser.Name)]
public sealed class FilmTests(FilmSite site, Chromium chromium) : IClassFixture<FilmSite>
{
    private const string Shown = "video => [...video.textTracks].filter(track => track.mode === 'showing').map(track => track.language).join()";

    // The browser draws it, so no selector finds it: from the lower left corner of the player.
    private static readonly (int X, int Y) PlayButton = (24, 48);

    [Fact]
    public async Task R22_nothing_of_the_film_is_loaded_before_a_key_starts_it_and_then_its_captions_show()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        const string path = "/se/en/film";
        var (page, asked) = await OpenAsync(visit, path);
        var video = page.Locator("video").First;

        // The captions of the page's language are words: the browser may fetch them with the page.
        Assert.Empty(asked.Except([path, "/media/poster.webp", "/media/clip-en.vtt"]));
        Assert.True(await video.EvaluateAsync<bool>("video => video.paused"));

        await video.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0");

        Assert.Contains("/media/clip.mp4", asked);
        Assert.Equal("en", await video.EvaluateAsync<string>(Shown));
        await page.WaitForFunctionAsync("() => document.querySelector('video').textTracks[0].cues?.length === 2");
    }

    [Fact]
    public async Task R22_on_an_Arabic_page_the_players_button_plays_the_film_with_Arabic_captions_and_nothing_sticks_out()
    {
        await using var visit = await chromium.VisitAsync(320, 640);
        var (page, _) = await OpenAsync(visit, "/se/ar/film");
        var video = page.Locator("video").First;

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 320"));
        await video.ScrollIntoViewIfNeededAsync();
        var box = (await video.BoundingBoxAsync())!;
        var (x, y) = PlayButton;
        await page.Mouse.ClickAsync(box.X + x, box.Y + box.Height - y);
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0");

        Assert.Equal("ar", await video.EvaluateAsync<string>(Shown));
        await Expect(video).ToHaveCSSAsync("background-color", "rgb(0, 0, 0)");
    }

    [Fact]
    public async Task R23_captions_come_one_after_the_other_in_at_most_two_lines_of_42_signs()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var (page, _) = await OpenAsync(visit, "/se/en/film");
        await page.EvaluateAsync("() => [...document.querySelector('video').textTracks].forEach(track => { track.mode = 'hidden'; })");
        await page.WaitForFunctionAsync("() => [...document.querySelector('video').textTracks].every(track => track.cues?.length > 0)");

        var wrong = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelector('video').textTracks].flatMap(track => [...track.cues].filter((cue, index) => {
              const lines = cue.text.split('\n');
              return lines.length > 2 || lines.some(line => [...line].length > 42) || cue.startTime < (track.cues[index - 1]?.endTime ?? 0);
            }).map(cue => `${track.language}: ${cue.text}`))
            """);

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_film_s_page_has_no_accessibility_problem()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var (page, _) = await OpenAsync(visit, "/se/ar/film");

        await page.PutAxeAsync();
        var problems = await page.ViolationsAsync("tag", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);

        Assert.Empty(problems);
    }

    private async Task<(IPage Page, ConcurrentQueue<string> Asked)> OpenAsync(IBrowserContext visit, string path)
    {
        var page = await visit.NewPageAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        return (page, asked);
    }
}
