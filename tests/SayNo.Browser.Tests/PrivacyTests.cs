using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>A visit leaves nothing in the browser and tells nobody else.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PrivacyTests(Site site, Chromium chromium)
{
    [Fact]
    public async Task R9_a_visit_of_every_type_of_page_in_several_countries_stores_nothing_and_asks_nobody_else()
    {
        var before = chromium.Elsewhere.Requests.Count;
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        foreach (var path in PageTypes.InAll("de", "el", "bg", "fr", "uk", "sq", "mt", "sr-Latn"))
        {
            await page.GotoAsync(site.At(path));
            await page.ScrollToEndAsync();
            await page.EvaluateAsync("document.querySelectorAll('summary, a[href^=\"#\"]').forEach(one => one.click())");
            await page.Keyboard.PressAsync("Shift");
        }

        Assert.DoesNotContain(asked, url => !url.StartsWith(site.At("/"), StringComparison.Ordinal));
        Assert.Equal(before, chromium.Elsewhere.Requests.Count);
        Assert.Empty(await visit.CookiesAsync());
        Assert.Equal("0 0 0 0 0", await page.EvaluateAsync<string>(
            """
            async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
              (await window.caches?.keys())?.length ?? 0, (await navigator.serviceWorker?.getRegistrations())?.length ?? 0].join(' ')
            """));
        Assert.DoesNotContain(complaints, text => !text.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R9_a_page_is_one_request_and_at_most_a_tab_icon()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.ResourceType);

        await page.GotoAsync(site.At("/de/de"), new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(asked.Count, 1, 2);
    }

    [Fact]
    public async Task R10_a_link_to_a_helpline_tells_it_nothing_about_where_the_visitor_came_from()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/de/de");
        var before = chromium.Elsewhere.Requests.Count;

        await page.Locator("main a[href^='https:']:not(.sn-exit)").First.ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Elsewhere");

        Assert.All(chromium.Elsewhere.Requests.Skip(before), request => Assert.True(request is { Referer: "", Origin: "" }, request.ToString()));
        Assert.True(chromium.Elsewhere.Requests.Count > before);
    }
}
