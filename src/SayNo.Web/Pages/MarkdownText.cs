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

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly ConcurrentDictionary<(string Text, string Base), IHtmlContent> Kept = [];

    /// <param name="markdown">The text.</param>
    /// <param name="locale">The language of the page: <c>safety</c> in a text leads to <c>/safety/{locale}</c>.</param>
    public static IHtmlContent Html(string markdown, string locale)
    {
        if (Kept.Count > MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd((markdown, locale), static key => new HtmlString(Render(key.Text, key.Base)));
    }

    /// <summary>The same for a text that is still being typed, and so is not worth keeping.</summary>
    public static IHtmlContent HtmlOnce(string markdown, string locale) => new HtmlString(Render(markdown, locale));

    private static string Render(string markdown, string locale)
    {
        var document = Markdown.Parse(markdown, Pipeline);

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page's own title is the only heading of the first level.
            heading.Level = Math.Clamp(heading.Level, 2, 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Guard(link, locale);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline).Trim();
    }

    private static void Guard(LinkInline link, string locale)
    {
        var url = link.Url ?? "";

        if (!link.IsImage && url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && Uri.IsWellFormedUriString(url, UriKind.Absolute))
        {
            link.GetAttributes().AddProperty("rel", "nofollow noreferrer noopener");

            return;
        }

        if (!link.IsImage && url.Length > 0 && url.All(character => char.IsAsciiLetterLower(character) || character == '-'))
        {
            link.Url = $"/{url}/{locale}";

            return;
        }

        // Anything else is shown as the text it was: a picture from elsewhere or a script would betray or harm the reader.
        var text = new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())));
        link.ReplaceBy(text, copyChildren: false);
    }
}
