using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>What a page says without its style: in a text browser, read aloud, or with a style sheet that did not come.</summary>
[Collection(OnTheSite.Name)]
public sealed partial class ReadingOrderTests(CrawledSite site)
{
    private static readonly string[] FirstWords = ["Leave this site", "You can stop right here. It is not your fault."];

    [Fact]
    public void R24_a_country_page_speaks_in_the_order_in_which_a_child_needs_it()
    {
        foreach (var (address, page) in site.Countries)
        {
            var text = OneLine(page.Html.Body!.TextContent);
            var places = FirstWords
                .Select(english => text.IndexOf(InterfaceTexts.In(address.Locale, english), StringComparison.Ordinal))
                .Append(text.IndexOf(FirstStep(address.Locale), StringComparison.Ordinal))
                .ToList();

            Assert.True(places.All(place => place >= 0) && places.SequenceEqual(places.Order()), $"{page.Path}: {string.Join(", ", places)}");
        }
    }

    [Fact]
    public void R24_nothing_is_said_by_the_style_sheet_alone() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("style").SelectMany(style => Generated().Matches(style.TextContent)).Select(match => match.Value));

    [Fact]
    public void R21_no_style_names_a_left_or_right_side() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("style").SelectMany(style => PhysicalSide().Matches(style.TextContent)).Select(match => match.Value)
            .Concat(page.Html.QuerySelectorAll("[style]").Select(element => $"a style of its own: {element.OuterHtml}")));

    [Fact]
    public void Lists_are_lists_and_tables_are_not_used_for_looks() => site.EveryPage(page =>
        page.Html.QuerySelectorAll("table:not(:has(th))").Select(_ => "a table without headers")
            .Concat(page.Html.QuerySelectorAll("ul > :not(li), ol > :not(li)").Select(element => $"{element.LocalName} in a list"))
            .Concat(page.Html.QuerySelectorAll("br + br, center, font, b, i, marquee").Select(element => element.OuterHtml)));

    private static string FirstStep(string locale) => OneLine((string)CampaignPages.Items("steps")
        .Where(step => (string?)step["LocalizationPart"]!["Culture"] == locale)
        .MinBy(step => (int?)step["SayNoPart"]!["Order"] ?? 0)!["Step"]!["Title"]!["Text"]!);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("""content:\s*["'][^"']*\p{L}[^"']*["']""")]
    private static partial Regex Generated();

    [GeneratedRegex(@"(?<=[\s;{])((margin-|padding-|border-)?(left|right))\s*:|(text-align|float|clear):\s*(left|right)")]
    private static partial Regex PhysicalSide();
}
