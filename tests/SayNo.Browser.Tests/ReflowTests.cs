using SayNo.Testing;

namespace SayNo.Browser.Tests;

/// <summary>No page must be pushed sideways to be read: on the narrowest phone, with larger letters and wider spacing.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ReflowTests(Site site, Chromium chromium)
{
    private const string Wider =
        """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return null;
          const sticksOut = one => one.getBoundingClientRect().right > room + 0.5 || one.getBoundingClientRect().left < -0.5;
          const wide = [...document.body.querySelectorAll('*')].filter(sticksOut).at(-1);
          return `${document.documentElement.scrollWidth} px in ${room}: ${wide?.outerHTML.slice(0, 120)}`;
        }
        """;

    public static TheoryData<string> Locales => [.. PageTypes.Locales];

    [Fact]
    public async Task Every_page_in_every_language_fits_into_320_pixels()
    {
        var countries = CampaignPages.Countries.SelectMany(address => new[] { address.Path, address.FilmPath });
        var texts = CampaignPages.Locales.SelectMany(locale => PageTypes.Texts(locale).Append($"/partners/{locale}"));

        await FitAsync(320, countries.Concat(texts).Append("/"), "() => {}");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Pages_fit_with_letters_of_twice_the_size_and_with_the_spacing_that_readers_may_ask_for(string locale)
    {
        await FitAsync(360, PageTypes.In(locale), "() => { document.documentElement.style.fontSize = '200%' }");
        await FitAsync(320, PageTypes.In(locale),
            """
            () => document.querySelectorAll('body *').forEach(one => {
              one.style.lineHeight = '1.5'; one.style.letterSpacing = '0.12em'; one.style.wordSpacing = '0.16em'; })
            """);
    }

    private async Task FitAsync(int width, IEnumerable<string> paths, string change)
    {
        await using var visit = await chromium.VisitAsync(width, 640);
        var page = await visit.NewPageAsync();
        var problems = new List<string>();

        foreach (var path in paths)
        {
            await page.GotoAsync(site.At(path));
            await page.EvaluateAsync(change);
            problems.AddRange(await page.EvaluateAsync<string?>(Wider) is { } problem ? [$"{path}: {problem}"] : []);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
