using Microsoft.Playwright;

namespace SayNo.Browser.Tests.Admin;

/// <summary>What keeps somebody from using a screen of the admin: axe's findings, text beside the window, targets too low for a thumb.</summary>
internal static class ScreenProblems
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private const string Wider =
        """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return null;
          const wide = [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > room + 0.5).at(-1);
          return `${document.documentElement.scrollWidth} px in ${room}: ${wide?.outerHTML.slice(0, 160)}`;
        }
        """;

    private const string Low =
        """
        () => [...document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')]
          .filter(one => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
          .map(one => [one.closest('label, .sn-tick') ?? one, one]).filter(([box]) => box.getBoundingClientRect().height < 44)
          .map(([box, one]) => `${Math.round(box.getBoundingClientRect().height)} px: ${one.outerHTML.slice(0, 120)}`)
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(IPage page)
    {
        await page.PutAxeAsync();

        return
        [
            .. await page.ViolationsAsync("tag", Rules),
            .. await page.EvaluateAsync<string?>(Wider) is { } wide ? [wide] : Array.Empty<string>(),
            .. await page.EvaluateAsync<string[]>(Low),
        ];
    }
}
