using AngleSharp.Html.Parser;
using SayNo.Web.Pages;

namespace SayNo.Web.Tests.Pages;

public sealed class MarkdownTextTests
{
    [Fact]
    public void A_link_by_https_tells_the_other_side_nothing()
    {
        var link = new HtmlParser().ParseDocument(Html("[Help](https://example.org/a?b=1&c=2)")).QuerySelector("a")!;

        Assert.Equal("https://example.org/a?b=1&c=2", link.GetAttribute("href"));
        Assert.Contains("noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_another_page_leads_to_it_in_the_same_language() =>
        Assert.Equal("/safety/de", new HtmlParser().ParseDocument(Html("[Tipps](safety)")).QuerySelector("a")!.GetAttribute("href"));

    [Theory]
    [InlineData("[Click](javascript:alert(1))")]
    [InlineData("[Click](http://example.org)")]
    [InlineData("[Click](//example.org)")]
    [InlineData("[Click](data:text/html,x)")]
    [InlineData("[Click](../admin)")]
    [InlineData("![Click](https://example.org/pixel.gif)")]
    public void Any_other_link_or_picture_is_only_its_text(string markdown)
    {
        var page = new HtmlParser().ParseDocument(Html(markdown));

        Assert.Empty(page.QuerySelectorAll("a, img"));
        Assert.Equal("Click", page.Body!.TextContent.Trim());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<b onmouseover=alert(1)>x</b>")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<https://example.org>")]
    public void HTML_is_text(string markdown) =>
        Assert.Empty(new HtmlParser().ParseDocument(Html(markdown)).QuerySelectorAll("script, b, a"));

    [Fact]
    public void The_title_of_the_page_stays_its_only_heading_of_the_first_level() => Assert.StartsWith("<h2>", Html("# Big"), StringComparison.Ordinal);

    [Fact]
    public void A_text_is_rendered_once() => Assert.Same(MarkdownText.Html("Once", "de"), MarkdownText.Html("Once", "de"));

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        MarkdownText.Html(markdown, "de").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        return writer.ToString();
    }
}
