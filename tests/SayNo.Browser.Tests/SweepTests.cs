using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Every type of page, in one language each, under what a visitor's device may do to it beside what other tests hold.</summary>
[Collection(InTheBrowser.Name)]
public sealed class SweepTests(Site site, Chromium chromium)
{
    // The device draws all text in colours that fit its ground, unless a style keeps its own; what only a ground told from the page needs an edge.
    private const string WrongInForcedColours =
        """
        () => {
          const seen = [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility());
          const says = (what, ones) => ones.map(one => `${what}: ${one.outerHTML.slice(0, 100)}`);
          const own = seen.filter(one => getComputedStyle(one).forcedColorAdjust === 'none');
          const edgeless = seen.filter(one => one.matches('.sn-exit:not(.sn-skip), .sn-button, button, input:not([type=hidden])')
            && parseFloat(getComputedStyle(one).borderTopWidth) < 1);
          const icons = seen.filter(one => one.matches('svg[width]')
            && ![getComputedStyle(one).fill, getComputedStyle(one).stroke].includes(getComputedStyle(one).color));
          return matchMedia('(forced-colors: active)').matches
            ? [...says('keeps its colours', own), ...says('no edge', edgeless), ...says('an icon in another colour than its words', icons)]
            : ['the colours are not forced'];
        }
        """;

    private const string WrongOnPaper =
        """
        () => {
          const seen = one => one.checkVisibility() && one.getClientRects().length > 0;
          const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['wider than the paper'] : [];
          const head = [...document.querySelectorAll('h1')].some(seen) ? [] : ['no heading'];
          const useless = [...document.querySelectorAll('.sn-exit, .sn-languages, form')].filter(seen);
          return [...wide, ...head, ...useless.map(one => `printed: ${one.className || one.localName}`)];
        }
        """;

    private const string WrongWithoutStyle =
        """
        () => {
          const links = [...document.querySelectorAll('a[href]')];
          const nameless = links.filter(one => !one.textContent.trim()).map(one => `no words: ${one.outerHTML.slice(0, 100)}`);
          const isFirst = links[0].matches('.sn-exit') && links[0].getBoundingClientRect().top <= 60;
          const first = isFirst ? [] : ['the exit is not the first thing to see'];
          const large = [...document.querySelectorAll('svg')].filter(one => one.getBoundingClientRect().width > 64).map(() => 'an icon fills the page');
          return [...nameless, ...first, ...large];
        }
        """;

    // Beside a text in another language stands, where it can be seen, in which one.
    private const string WrongToTheEye =
        """
        ([neutral, note]) => {
          const own = document.documentElement.lang;
          const seen = [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility());
          const foreign = seen.filter(one => one.matches('main :is(p, div, section, dd)[lang]') && one.lang !== own)
            .filter(one => !(one.parentElement.innerText + one.innerText).includes(note));
          const asking = seen.filter(one => one.matches('input, select, textarea, [contenteditable]') && !one.closest('form[role=search]'));
          const sourceless = seen.filter(one => one.matches('.sn-contacts > li:has(.sn-who)') && !one.querySelector('.sn-checked')?.innerText.trim());
          const exits = seen.filter(one => one.matches('.sn-exit') && !neutral.includes(one.href));
          const says = (what, ones) => ones.map(one => `${what}: ${one.outerHTML.slice(0, 100)}`);
          return [...says('no note of its language', foreign), ...says('asks', asking), ...says('does not say where it is from', sourceless),
            ...says('leads to no neutral site', exits), ...(/sex|nude|جنس|ابتزاز/i.test(document.title) ? [`the title is ${document.title}`] : [])];
        }
        """;

    [Fact]
    public async Task R7_R12_R15_R20_R25_what_the_eye_sees_of_a_page_leaves_to_a_neutral_site_names_no_subject_says_its_sources_and_languages_and_asks_nothing()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { Locale = "ar" });
        var note = InterfaceTexts.In("ar", "Only in {0} for now", "\u0001").Split('\u0001').MaxBy(part => part.Length)!.Trim();

        await FindNothingAsync(visit, "ar", page => page.EvaluateAsync<string[]>(WrongToTheEye, new object[] { CampaignPages.NeutralSites, note }));
    }

    [Fact]
    public async Task Every_type_of_page_leaves_its_colours_to_a_device_that_forces_them_and_keeps_the_edges_of_its_buttons()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { ForcedColors = ForcedColors.Active });

        await FindNothingAsync(visit, "bg", page => page.EvaluateAsync<string[]>(WrongInForcedColours));
    }

    [Fact]
    public async Task Every_type_of_page_prints_without_what_only_a_screen_can_do()
    {
        // A4 without its margins, in CSS pixels.
        await using var visit = await chromium.VisitAsync(703, 1047);

        await FindNothingAsync(visit, "el", async page =>
        {
            await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

            return await page.EvaluateAsync<string[]>(WrongOnPaper);
        });
    }

    [Fact]
    public async Task R24_every_type_of_page_leads_with_the_exit_and_names_its_links_without_style_pictures_and_script()
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { JavaScriptEnabled = false });
        await visit.RouteAsync(url => url.StartsWith(site.At("/"), StringComparison.Ordinal), Bare.AnswerAsync);

        await FindNothingAsync(visit, "de", page => page.EvaluateAsync<string[]>(WrongWithoutStyle));
    }

    private async Task FindNothingAsync(IBrowserContext visit, string locale, Func<IPage, Task<string[]>> problemsOf)
    {
        var page = await visit.NewPageAsync();
        var problems = new List<string>();

        foreach (var path in PageTypes.In(locale))
        {
            await page.GotoAsync(site.At(path));
            problems.AddRange((await problemsOf(page)).Select(problem => $"{path}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40)));
    }
}
