using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>A frightened visitor leaves at once: from every page, at every size, without script, and without a trace at the other site.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ExitLinkTests(Site site, Chromium chromium)
{
    // Role of the cover, what is not under it, what else a screen reader still finds, the way of leaving, and all the text there is. Within one task, so before
    // the browser can draw anything else.
    private const string LeaveAndLook =
        """
        () => {
          let left = null;
          navigation.onnavigate = event => { left = `${event.navigationType} ${event.destination.url}`; event.preventDefault(); };
          document.querySelector('.sn-exit').click();
          const cover = document.body.lastElementChild;
          const places = [0.01, 0.5, 0.99].flatMap(x => [0.01, 0.5, 0.99].map(y => [x * innerWidth, y * innerHeight]));
          const bare = places.filter(([x, y]) => !cover.contains(document.elementFromPoint(x, y)));
          const others = [...document.body.children].filter(one => one !== cover && one.checkVisibility());
          return [cover.getAttribute('role'), bare.join(' '), others.map(one => one.localName).join(' '), left, document.body.innerText.trim()];
        }
        """;

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    /// <summary>A phone, the narrowest one, a desktop's window at 400 % zoom, and a phone held sideways.</summary>
    public static TheoryData<int, int> Windows => new() { { 360, 640 }, { 320, 568 }, { 320, 256 }, { 640, 360 }, { 1280, 800 } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task R1_the_exit_stays_in_sight_and_within_reach_of_a_thumb_on_every_page(int width, int height)
    {
        await using var visit = await chromium.VisitAsync(width, height);
        var page = await visit.NewPageAsync();

        foreach (var path in PageTypes.InAll("de", "el", "bg"))
        {
            await page.GotoAsync(site.At(path));
            Assert.True(await page.Exit().WhyNotTappableAsync() is null, $"{path}, at its start: {await page.Exit().WhyNotTappableAsync()}");

            await page.ScrollToEndAsync();
            Assert.True(await page.Exit().WhyNotTappableAsync() is null, $"{path}, at its end: {await page.Exit().WhyNotTappableAsync()}");
        }
    }

    [Fact]
    public async Task R1_the_exit_is_in_sight_on_every_country_page_in_every_language_of_the_narrowest_phone()
    {
        await using var visit = await chromium.VisitAsync(320, 568);
        var page = await visit.NewPageAsync();
        var problems = new List<string>();

        foreach (var address in CampaignPages.Countries)
        {
            await page.GotoAsync(site.At(address.Path));
            await page.ScrollToEndAsync();
            problems.AddRange(await page.Exit().WhyNotTappableAsync() is { } problem ? [$"{address.Path}: {problem}"] : []);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R2_R10_the_exit_works_with_and_without_script_and_tells_the_other_site_nothing(bool script)
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = script });
        var page = await visit.OpenAsync(site, "/de/de");
        var before = chromium.Elsewhere.Requests.Count;

        await page.Exit().ClickAsync();

        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
        Assert.Contains(new Uri(page.Url).AbsoluteUri, CampaignPages.NeutralSites);
        Assert.All(chromium.Elsewhere.Requests.Skip(before), request => Assert.True(request is { Referer: "", Origin: "" }, request.ToString()));
        Assert.Single(visit.Pages);
    }

    [Fact]
    public async Task R1_the_first_key_reaches_the_exit_and_enter_leaves()
    {
        await using var visit = await chromium.VisitAsync(1280, 800);
        var page = await visit.OpenAsync(site, "/gr/el");

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Exit().EvaluateAsync<bool>("link => link === document.activeElement"));

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R1_a_second_exit_for_those_who_do_not_see_the_first_is_where_the_main_content_begins(string locale)
    {
        await using var visit = await chromium.VisitAsync(320, 568);
        var page = await visit.OpenAsync(site, PageTypes.In(locale)[1]);
        var second = page.Locator("main > a").First;
        var name = await page.Exit().TextContentAsync();

        Assert.Equal($"{InterfaceTexts.In(locale, "Emergency:")} {InterfaceTexts.In(locale, "Leave this site")}", name);
        Assert.Equal(name, await second.TextContentAsync());
        Assert.Equal(await page.Exit().GetAttributeAsync("href"), await second.GetAttributeAsync("href"));
        Assert.True((await second.BoundingBoxAsync())!.Width <= 2);

        await second.FocusAsync();
        Assert.Null(await second.WhyNotTappableAsync());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R3_leaving_covers_the_page_in_the_same_frame_and_takes_it_from_screen_readers(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, PageTypes.In(locale)[1]);

        var seen = await page.EvaluateAsync<string[]>(LeaveAndLook);

        Assert.Equal(["alert", "", "", $"replace {await page.Exit().GetAttributeAsync("href")}"], seen.Take(4));
        Assert.Equal(InterfaceTexts.In(locale, "Loading."), seen[4]);
    }

    [Fact]
    public async Task R24_the_exit_is_the_first_thing_to_see_and_works_without_style_pictures_and_script()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false });
        await visit.RouteAsync(url => url.StartsWith(site.At("/"), StringComparison.Ordinal), Bare.AnswerAsync);
        var page = await visit.OpenAsync(site, "/bg/bg");

        Assert.Equal(0, await page.Locator("style").CountAsync());
        var box = await page.Exit().BoundingBoxAsync();
        Assert.InRange(box!.Y, 0, 60);

        await page.Exit().ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    [Fact]
    public async Task The_exit_is_not_printed_and_the_contacts_are()
    {
        await using var visit = await chromium.VisitAsync(794, 1123);
        var page = await visit.OpenAsync(site, "/de/de");

        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        await Assertions.Expect(page.Exit()).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main a[href^='tel:']").First).ToBeVisibleAsync();
    }
}
