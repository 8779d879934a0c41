using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>A visit is one entry of the browser's history, however long it lasts, and leaving writes over it: Back leads to where one came from.</summary>
[Collection(InTheBrowser.Name)]
public sealed class HistoryTests(Site site, Chromium chromium)
{
    private const string Start = "https://start.example/";

    // Uses every control of the page that leads to another place of the site, and answers those that would make a new entry or do nothing.
    private const string UseEverything =
        """
        () => {
          const problems = [];
          let went = null;
          navigation.onnavigate = event => { went = event.navigationType; if (!event.hashChange) event.preventDefault(); };
          const use = (one, act) => {
            went = null;
            act(one);
            if (went !== 'replace') problems.push(`${went}: ${one.outerHTML.slice(0, 120)}`);
          };
          const links = [...document.querySelectorAll('a[href]')].filter(one => one.origin === location.origin && !one.matches('[target], [download]'));
          links.forEach(one => use(one, link => link.click()));
          document.querySelectorAll('form').forEach(one => use(one, form => form.requestSubmit()));
          document.querySelectorAll('summary').forEach(one => one.click());
          navigation.onnavigate = null;
          return problems;
        }
        """;

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task R6_no_control_of_any_page_makes_a_new_entry_in_the_history(string locale)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var problems = new List<string>();

        foreach (var path in PageTypes.In(locale))
        {
            await page.GotoAsync(site.At(path));
            var before = await LengthAsync(page);
            problems.AddRange((await page.EvaluateAsync<string[]>(UseEverything)).Select(problem => $"{path}: {problem}"));
            problems.AddRange(await LengthAsync(page) == before ? [] : [$"{path}: the history has grown"]);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("de", false)]
    [InlineData("el", true)]
    [InlineData("bg", false)]
    public async Task R3_R6_Back_after_leaving_leads_to_where_the_visitor_came_from_also_after_many_pages(string locale, bool byKeyboard)
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        await page.GotoAsync(Start);
        await page.GotoAsync(site.At($"/?lang={locale}"));
        var entries = await LengthAsync(page);

        await LookAroundAsync(page, locale);
        Assert.Equal(entries, await LengthAsync(page));
        await LeaveAsync(page, byKeyboard);

        Assert.Equal(entries, await LengthAsync(page));
        Assert.Contains(new Uri(page.Url).AbsoluteUri, CampaignPages.NeutralSites);
        await page.GoBackAsync();
        Assert.Equal(Start, page.Url);
    }

    [Fact]
    public async Task Without_script_Back_can_lead_here_as_the_safety_page_says()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false });
        var page = await visit.NewPageAsync();
        await page.GotoAsync(Start);
        await page.GotoAsync(site.At("/de/de"));
        await page.Exit().ClickAsync();
        await page.WaitForURLAsync(url => CampaignPages.NeutralSites.Contains(url));

        await page.GoBackAsync();

        Assert.Equal(site.At("/de/de"), page.Url);
    }

    [Fact]
    public async Task R6_a_jump_within_the_page_takes_the_focus_along_and_the_next_key_goes_on_from_there()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/gr/el");
        var entries = await LengthAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");

        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        Assert.Equal(entries, await LengthAsync(page));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(await page.Exit().GetAttributeAsync("href"), await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.Null(await page.Locator("main").GetAttributeAsync("tabindex"));
    }

    [Fact]
    public async Task R6_links_to_others_telephones_and_new_tabs_stay_as_browsers_know_them()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/de/de");

        var opened = await visit.RunAndWaitForPageAsync(() =>
            page.Locator("footer a[href*='/safety']").ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] }));
        await opened.WaitForURLAsync(site.At("/de/de/safety"));
        Assert.EndsWith("/de/de", page.Url, StringComparison.Ordinal);

        Assert.Equal("true push", await page.EvaluateAsync<string>(
            """
            () => {
              let went;
              navigation.onnavigate = event => { went = event.navigationType; event.preventDefault(); };
              const phone = document.querySelector('a[href^="tel:"]');
              let isLeft = false;
              addEventListener('click', event => { isLeft = !event.defaultPrevented; if (event.target.closest('[href^="tel:"]')) event.preventDefault(); }, { once: true });
              phone.click();
              document.querySelector('main a[href^="https:"]:not(.sn-exit)').click();
              return `${isLeft} ${went}`;
            }
            """));
    }

    private static async Task LookAroundAsync(IPage page, string locale)
    {
        var country = CampaignPages.Countries.First(address => address.Locale == locale);
        await GoAsync(page, () => page.Locator("input[type=search]").PressAsync("Enter"));
        await GoAsync(page, () => page.Locator($"main a[href^='{country.Path}']").First.ClickAsync());
        await page.Locator("a[href='#main']").EvaluateAsync("link => link.click()");
        await GoAsync(page, () => page.Locator("footer a[href*='/safety']").ClickAsync());
        await GoAsync(page, () => page.Locator("footer a[href^='/?lang=']").ClickAsync());
        await GoAsync(page, () => page.EvaluateAsync("document.querySelector('.sn-languages a:not([aria-current])').click()"));
    }

    private static async Task GoAsync(IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Done(object? sender, IPage one) => loaded.TrySetResult();
        page.DOMContentLoaded += Done;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.DOMContentLoaded -= Done;
    }

    private static async Task LeaveAsync(IPage page, bool byKeyboard)
    {
        if (byKeyboard)
        {
            await page.Keyboard.PressAsync("Shift");
            await page.Keyboard.PressAsync("Shift");
            await page.Keyboard.PressAsync("Shift");
        }
        else
        {
            await page.Exit().ClickAsync();
        }

        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");
    }

    private static Task<int> LengthAsync(IPage page) => page.EvaluateAsync<int>("history.length");
}
