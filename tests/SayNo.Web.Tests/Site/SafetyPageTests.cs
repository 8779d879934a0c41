using AngleSharp.Dom;
using SayNo.Testing;

namespace SayNo.Web.Tests.Site;

/// <summary>The page about safety on this device says in every language what leaving cannot do.</summary>
[Collection(OnTheSite.Name)]
public sealed class SafetyPageTests(CrawledSite site)
{
    private const int Parts = 5;

    public static TheoryData<string> Locales => [.. CampaignPages.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public void R8_the_safety_page_stresses_that_the_history_stays_and_tells_how_to_leave_and_to_remove_the_visit(string locale)
    {
        var text = site.Answers[$"/safety/{locale}"].Html.QuerySelector("main")!;
        var headings = text.QuerySelectorAll("h2").ToList();

        Assert.Equal(Parts, headings.Count);
        Assert.Matches("Shift|Skift", Between(headings[0], headings[1]));
        Assert.NotNull(text.QuerySelector("h2 ~ p strong"));
        Assert.Matches("Ctrl|Strg", Between(headings[2], headings[3]));
        Assert.DoesNotContain(text.QuerySelectorAll("p[lang]"), part => part.GetAttribute("lang") != locale);
    }

    [Fact]
    public void R8_every_page_leads_to_the_safety_page() => site.EveryPage(page =>
        page.Html.QuerySelector("footer a[href*='/safety']") is null ? ["no link to the safety page"] : []);

    private static string Between(IElement from, IElement to)
    {
        var text = "";

        for (var next = from.NextElementSibling; next is not null && next != to; next = next.NextElementSibling)
        {
            text += next.TextContent;
        }

        return text;
    }
}
