using System.Collections.Concurrent;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace SayNo.Web.Pages;

/// <summary>Turns Markdown into HTML, once per text: no raw HTML, and links only within the site or by https.</summary>
public static class MarkdownText
{
    private const int MostKept = 10_000;

    // In the path of a text: the place of its slug.
    private const string Slug = "*";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly ConcurrentDictionary<(string Text, string Path), IHtmlContent> Kept = [];

    /// <param name="markdown">The text.</param>
    /// <param name="locale">The language of the page: <c>safety</c> in a text leads to <c>/safety/{locale}</c>.</param>
    public static IHtmlContent Html(string markdown, string locale) => Keep(markdown, $"/{Slug}/{locale}");

    /// <param name="markdown">The text.</param>
    /// <param name="frame">The page on which it stands: <c>safety</c> in a text leads to where that page has it.</param>
    public static IHtmlContent Html(string markdown, PageFrame frame) => Keep(markdown, frame.PathTo(Slug));

    /// <summary>The same for a text that is still being typed, and so is not worth keeping.</summary>
    public static IHtmlContent HtmlOnce(string markdown, string locale) => new HtmlString(Render(markdown, $"/{Slug}/{locale}"));

    /// <summary>The words of the text alone, as a search reads them.</summary>
    public static string Plain(string markdown) => Markdown.ToPlainText(markdown, Pipeline).Trim();

    private static IHtmlContent Keep(string markdown, string path)
    {
        if (Kept.Count > MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd((markdown, path), static key => new HtmlString(Render(key.Text, key.Path)));
    }

    private static string Render(string markdown, string path)
    {
        var document = Markdown.Parse(markdown, Pipeline);

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page's own title is the only heading of the first level.
            heading.Level = Math.Clamp(heading.Level, 2, 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Guard(link, path);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline).Trim();
    }

    private static void Guard(LinkInline link, string path)
    {
        var url = link.Url ?? "";

        if (!link.IsImage && url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && Uri.IsWellFormedUriString(url, UriKind.Absolute))
        {
            link.GetAttributes().AddProperty("rel", "nofollow noreferrer noopener");

            return;
        }

        if (!link.IsImage && url.Length > 0 && url.All(character => char.IsAsciiLetterLower(character) || character == '-'))
        {
            link.Url = path.Replace(Slug, url, StringComparison.Ordinal);

            return;
        }

        // Anything else is shown as the text it was: a picture from elsewhere or a script would betray or harm the reader.
        var text = new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())));
        link.ReplaceBy(text, copyChildren: false);
    }
}
