using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>What the tests ask a page that a visitor looks at.</summary>
internal static class Visit
{
    /// <summary>The link that leaves the site: the first of every page.</summary>
    public static ILocator Exit(this IPage page) => page.Locator("a[href]").First;

    public static async Task<IPage> OpenAsync(this IBrowserContext visit, Site site, string path)
    {
        var page = await visit.NewPageAsync();
        await page.GotoAsync(site.At(path));

        return page;
    }

    public static Task ScrollToEndAsync(this IPage page) =>
        page.EvaluateAsync("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");

    /// <summary>Why the element cannot be seen and tapped, or null: it is outside of the window, too low, or covered at a corner or in the middle.</summary>
    public static Task<string?> WhyNotTappableAsync(this ILocator element) => element.EvaluateAsync<string?>(
        """
        element => {
          const box = element.getBoundingClientRect();
          const said = `${[box.left, box.top, box.width, box.height].map(Math.round).join(' ')} in ${innerWidth} ${innerHeight}`;
          if (box.height < 44) return `lower than 44 px: ${said}`;
          if (box.top < 0 || box.left < 0 || box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5) return `outside of the window: ${said}`;
          const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
          const tops = places.map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
          const covers = tops.find(one => !element.contains(one));
          return covers === undefined ? null : `covered by <${covers?.localName} class="${covers?.className}">: ${said}`;
        }
        """);
}
