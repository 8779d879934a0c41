using System.Globalization;
using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>Pages and parts of pages are written in the direction of their script, and numbers in their own (R21).</summary>
[Collection(OnTheSite.Name)]
public sealed partial class DirectionTests(CrawledSite site)
{
    private static readonly string[] Expected = ["/?lang=ar", "/de/ar", "/se/ar", "/de/ar/film", "/safety/ar", "/partners/ar"];

    [Fact]
    public void R21_Arabic_is_there_from_the_start_page_to_the_last_page_of_text()
    {
        var pages = site.Pages.Where(page => page.Html.DocumentElement.GetAttribute("lang") == "ar").ToList();

        Assert.All(pages, page => Assert.Equal("rtl", page.Html.DocumentElement.GetAttribute("dir")));
        Assert.Empty(Expected.Except(pages.Select(page => page.Path)));
    }

    [Fact]
    public void R21_every_part_in_a_language_of_another_direction_says_so() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("[lang]")
            .Where(part => part.LocalName != "bdi" && part.Closest("[dir]")!.GetAttribute("dir") != Direction(part.GetAttribute("lang")!))
            .Select(part => $"wrong dir: {part.OuterHtml[..Math.Min(100, part.OuterHtml.Length)]}"));

    [Fact]
    public void R21_every_telephone_number_stands_from_left_to_right() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("a[href^='tel:']")
            .Where(link => link.TextContent.Any(char.IsAsciiDigit) && link.QuerySelectorAll("bdi[dir=ltr]").All(number => !number.TextContent.Any(char.IsAsciiDigit)))
            .Select(link => $"no bdi: {link.OuterHtml}"));

    [Fact]
    public void R21_the_names_of_organisations_keep_their_own_direction() => site.EveryPage(page =>
        page.Html.QuerySelectorAll(".sn-who, .sn-partners li > a, .sn-partners li > strong").Where(name => name.QuerySelector("bdi") is null)
            .Select(name => $"no bdi: {name.OuterHtml}"));

    [Fact]
    public void R21_no_style_names_left_or_right()
    {
        var style = File.ReadAllText(Repository.Path("themes/SayNo.Theme/style.css"));

        Assert.Equal([], Side().Matches(Comment().Replace(style, "")).Select(match => match.Value));
    }

    private static string Direction(string locale) => CultureInfo.GetCultureInfo(locale).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    [GeneratedRegex(@"[a-z-]*\b(left|right)\b[a-z-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Side();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
