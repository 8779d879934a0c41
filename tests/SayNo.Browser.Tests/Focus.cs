using Microsoft.Playwright;

namespace SayNo.Browser.Tests;

/// <summary>What has the focus, and what keeps somebody from seeing that it has (WCAG 2.4.7, 2.4.11).</summary>
internal sealed record Focus
{
    /// <summary>The beginning of its source.</summary>
    public required string Html { get; init; }

    /// <summary>What it is called on the screen.</summary>
    public required string Name { get; init; }

    public string? Problem { get; init; }
}

/// <summary>Asks a page for its focus.</summary>
internal static class FocusOfPage
{
    private const string Focused =
        """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return null;
          const style = getComputedStyle(one);
          const box = one.getClientRects()[0];
          const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          const inWindow = box && box.bottom > 0 && box.top < innerHeight && box.width > 0;
          const at = y => document.elementFromPoint(box.left + box.width / 2, Math.min(innerHeight - 1, Math.max(0, y)));

          // Of a field of many lines, the line with the caret is enough.
          const tops = !inWindow ? [] : [box.top + box.height / 2, ...(box.height > 120 ? [box.top + 20] : [])].map(at);
          const covered = !tops.some(top => one.contains(top) || top?.contains(one));
          const problem = !shown ? 'its focus cannot be seen' : !inWindow ? 'it is outside of the window' : covered ? `${tops[0]?.className} covers it` : null;
          const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
          return { html: one.outerHTML.slice(0, 100), name: name.trim().replace(/\s+/g, ' '), problem };
        }
        """;

    /// <summary>Null if it is on the page as a whole.</summary>
    public static Task<Focus?> FocusAsync(this IPage page) => page.EvaluateAsync<Focus?>(Focused);
}
