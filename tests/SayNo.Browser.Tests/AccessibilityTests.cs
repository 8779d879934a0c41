using Microsoft.Playwright;
using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>Every type of page passes axe at level AA of WCAG 2.2, narrow and wide, light and dark.</summary>
[Collection(InTheBrowser.Name)]
public sealed class AccessibilityTests(Site site, Chromium chromium)
{
    private static readonly (string Kind, string[] Names) All = ("tag", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);

    private static readonly (string Kind, string[] Names) Contrast = ("rule", ["color-contrast"]);

    /// <summary>All rules in each window, and those that depend on colours in both looks of each.</summary>
    private static readonly (int Width, int Height, ColorScheme Scheme, (string Kind, string[] Names) Rules)[] Looks =
    [
        (320, 640, ColorScheme.Light, All),
        (320, 640, ColorScheme.Dark, Contrast),
        (360, 640, ColorScheme.Light, Contrast),
        (360, 640, ColorScheme.Dark, All),
        (1280, 800, ColorScheme.Light, All),
        (1280, 800, ColorScheme.Dark, Contrast),
    ];

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public Task Axe_finds_nothing_on_any_type_of_page(string locale) => FindNothingAsync(locale, PageTypes.In(locale));

    [Fact]
    public Task Axe_finds_nothing_on_the_page_of_the_API() => FindNothingAsync("en", ["/api"]);

    [Fact]
    public async Task Axe_would_find_what_is_wrong()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.NewPageAsync();
        await page.SetContentAsync("<html><body><img src='data:,'><p style='color:#ccc;background:#fff'>pale</p></body></html>");
        await page.PutAxeAsync();

        var found = await page.ViolationsAsync(All.Kind, All.Names);

        Assert.Contains(found, violation => violation.StartsWith("image-alt: ", StringComparison.Ordinal));
        Assert.Contains(found, violation => violation.StartsWith("color-contrast: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_follows_the_light_or_dark_look_that_the_device_asks_for()
    {
        await using var visit = await chromium.VisitAsync(360, 640);
        var page = await visit.OpenAsync(site, "/de/de");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await BrightnessAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.True(light > 0.8 && await BrightnessAsync(page) < 0.2, "dark is not dark, or light not light");
    }

    private async Task FindNothingAsync(string locale, IEnumerable<string> paths)
    {
        await using var visit = await chromium.VisitAsync(360, 640, new() { Locale = locale, BypassCSP = true });
        var problems = new List<string>();

        foreach (var path in paths)
        {
            var page = await visit.OpenAsync(site, path);
            await page.PutAxeAsync();

            foreach (var (width, height, scheme, rules) in Looks)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, height);
                problems.AddRange((await page.ViolationsAsync(rules.Kind, rules.Names)).Select(found => $"{path} {scheme} {width}: {found}"));
            }

            await page.CloseAsync();
        }

        Assert.True(problems.Count == 0, $"{problems.Count} violations:\n{string.Join('\n', problems.Take(30))}");
    }

    /// <summary>Of a pixel of the page's own ground, 0 to 1.</summary>
    private static Task<double> BrightnessAsync(IPage page) => page.EvaluateAsync<double>(
        """
        () => {
          const grounds = [document.body, document.documentElement].map(one => getComputedStyle(one).backgroundColor);
          const color = grounds.find(one => !one.endsWith(', 0)'));
          const canvas = document.createElement('canvas').getContext('2d');
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, one) => sum + one, 0) / 765;
        }
        """);
}
