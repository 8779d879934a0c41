using System.Globalization;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Every page says which language it is in, offers its others by their own names, and marks what it has in another one only.</summary>
[Collection(OnTheSite.Name)]
public sealed class LanguageTests(CrawledSite site)
{
    [Fact]
    public void R19_a_country_page_offers_each_of_its_other_languages_by_its_own_name()
    {
        foreach (var (address, page) in site.Countries)
        {
            var others = CampaignPages.Countries.Where(other => other.Country == address.Country && other.Locale != address.Locale).ToList();

            Assert.All(others, other =>
            {
                var link = page.Html.QuerySelector($"a[href='{other.Path}'][hreflang='{other.Locale}']");
                Assert.True(link is not null, $"{page.Path} has no link to {other.Path}");
                Assert.Equal(other.Locale, link.Closest("[lang]")!.GetAttribute("lang"));
                Assert.Contains(OwnName(other.Locale), link.TextContent.ToLowerInvariant(), StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void R19_the_language_of_a_page_is_marked_among_the_others() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("nav:has(a[hreflang])")
            .Where(switcher => switcher.QuerySelectorAll("[aria-current]").Length != 1)
            .Select(switcher => $"current language is marked {switcher.QuerySelectorAll("[aria-current]").Length} times"));

    [Fact]
    public void R19_no_language_is_shown_by_a_flag() => site.EveryPage(page =>
        page.Html.Body!.TextContent.EnumerateRunes().Any(rune => rune.Value is >= 0x1F1E6 and <= 0x1F1FF)
            || page.Html.QuerySelector("nav img") is not null ? ["a flag"] : []);

    [Fact]
    public void R20_a_German_page_has_parts_in_another_language_to_mark() =>
        Assert.NotEmpty(site.Answers["/de/de"].Html.QuerySelectorAll("main p[lang]:not([lang=de])"));

    [Fact]
    public void R20_what_is_shown_in_another_language_is_marked_for_eyes_and_for_screen_readers() => site.EveryPage(page =>
    {
        var locale = page.Html.DocumentElement.GetAttribute("lang")!;
        var note = InterfaceTexts.In(locale, "Only in {0} for now", "\u0001").Split('\u0001').MaxBy(part => part.Length)!.Trim();

        return page.Html.QuerySelectorAll("main p[lang], main div[lang], main section[lang], main article[lang], main dd[lang]")
            .Where(block => block.GetAttribute("lang") != locale)
            .Where(block => !(block.ParentElement!.TextContent + block.TextContent).Contains(note, StringComparison.Ordinal))
            .Select(block => $"no note beside {block.OuterHtml[..Math.Min(120, block.OuterHtml.Length)]}");
    });

    [Fact]
    public void R12_no_title_tells_somebody_who_looks_over_the_shoulder_what_it_is_about() => site.EveryPage(page =>
    {
        var title = page.Html.Title ?? "";
        var subject = InterfaceTexts.In(page.Html.DocumentElement.GetAttribute("lang")!, "Stop sexual blackmail online");

        return Telling.Where(root => title.Contains(root, StringComparison.OrdinalIgnoreCase)).Select(root => $"title \"{title}\" says {root}")
            .Concat(title.Contains(subject, StringComparison.OrdinalIgnoreCase) ? [$"title \"{title}\""] : [])
            .Concat(title.Length == 0 ? ["no title"] : []);
    });

    [Fact]
    public void Every_page_and_its_other_languages_name_each_other_for_search_engines() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("link[rel=alternate][hreflang]")
            .Select(link => (Language: link.GetAttribute("hreflang"), Path: new Uri(site.Running.Address, link.GetAttribute("href")).PathAndQuery))
            .Where(other => other.Language != "x-default" && other.Path != page.Path)
            .Where(other => !site.Answers.TryGetValue(other.Path, out var there) || there.Document?.QuerySelectorAll("link[rel=alternate][hreflang]")
                .Any(back => new Uri(site.Running.Address, back.GetAttribute("href")).PathAndQuery == page.Path) != true)
            .Select(other => $"{other.Path} does not name it back"));

    /// <summary>Roots of the words for sex, blackmail and nakedness in the languages of the campaign.</summary>
    private static readonly string[] Telling =
    [
        "sex", "seks", "szex", "σεξ", "секс", "gnéas", "kynfer", "blackmail", "erpress", "afpers", "afpres", "utpress", "chantage", "ricatt", "extor",
        "εκβια", "шантаж", "изнуд", "ucjen", "уцен", "szantaż", "vydír", "vydier", "zsarol", "kirist", "väljapress", "šantaž", "šantāž", "nude", "naked", "nackt",
    ];

    /// <summary>The first word of the language's own name.</summary>
    private static string OwnName(string locale) => CultureInfo.GetCultureInfo(locale).NativeName.Split(' ', '(')[0].ToLowerInvariant();
}
