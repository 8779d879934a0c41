using SayNo.Campaign.Accessibility;
using SayNo.Content.Published;

namespace SayNo.Web.Tests.Campaign.Accessibility;

/// <summary>The statement has every section of the model in Decision (EU) 2018/1523, and claims nothing that nobody has decided.</summary>
public sealed class AccessibilityStatementTests : TestAtAnHour
{
    private static readonly string[] Sections =
    [
        "How accessible is it?", "Content that is not accessible", "How this statement was prepared", "Something does not work for you?", "If our answer does not help",
    ];

    [Fact]
    public async Task A_statement_that_nobody_has_decided_says_so_and_names_no_status()
    {
        var page = await Site.PageAsync("/ie/en/accessibility");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal(Sections, page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Contains("The national team has not decided yet", text, StringComparison.Ordinal);
        Assert.Contains("Nobody has prepared this statement yet.", text, StringComparison.Ordinal);
        Assert.Contains("Directive (EU) 2016/2102", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fully compliant", text, StringComparison.Ordinal);
        Assert.Contains("/ie/en#help", page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData(AccessibilityStatement.Fully, "This website is fully compliant with EN 301 549")]
    [InlineData(AccessibilityStatement.Partially, "This website is partially compliant with EN 301 549")]
    [InlineData(AccessibilityStatement.Not, "This website is not compliant with EN 301 549")]
    public async Task A_decided_statement_says_all_that_the_model_asks_for(string status, string sentence)
    {
        Picture = Picture.Publish(WholeStatementsTests.Decided(status));

        var page = await Site.PageAsync("/ie/en/accessibility");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal(Sections, page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.All(
            new[] { sentence, "An Garda Síochána", "Disability Act 2005", "A film has no captions", "November 20, 2026", "It rests on a self-assessment.", "November 21, 2026" },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("main a[href='mailto:access@police.example']"));
        Assert.NotNull(page.QuerySelector("main a[href='https://watch.example/complain'][rel~=noreferrer]"));
    }

    [Fact]
    public async Task Every_page_links_to_the_statement()
    {
        foreach (var path in new[] { "/ie/en", "/ie/en/film", "/ie/en/safety", "/ie/en/sources", "/ie/en/partners", "/ie/en/accessibility" })
        {
            Assert.NotNull((await Site.PageAsync(path)).QuerySelector("footer a[href='/ie/en/accessibility']"));
        }
    }
}
