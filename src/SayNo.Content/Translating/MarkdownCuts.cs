using Markdig;

namespace SayNo.Content.Translating;

/// <summary>Finds where the top-level blocks of a text begin and end.</summary>
internal static class MarkdownCuts
{
    // What a page knows of Markdown; see the Markdown of pages.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The blocks in their order, without the blanks around them; a text without letters or signs has none.</summary>
    public static IReadOnlyList<Range> Of(string text)
    {
        var end = text.AsSpan().TrimEnd().Length;
        var start = text.Length - text.AsSpan().TrimStart().Length;

        if (end <= start)
        {
            return [];
        }

        // Most texts are a title or a sentence, which needs no parser.
        return text.AsSpan(start, end - start).Contains('\n') ? Blocks(text, start, end) : [start..end];
    }

    private static List<Range> Blocks(string text, int start, int end)
    {
        var starts = Markdown.Parse(text, Pipeline).Where(block => block.Span.Start < end && !block.Span.IsEmpty)
            .Select(block => LineOf(text, block.Span.Start)).Where(at => at > start).Distinct().Order().Prepend(start).ToList();

        return
        [
            .. starts.Zip(starts.Skip(1).Append(end), (from, to) => Trim(text, from, to)).Where(range => range.End.Value > range.Start.Value),
        ];
    }

    /// <summary>Where the line begins; a block that is indented begins before its first letter.</summary>
    private static int LineOf(string text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r'))
        {
            at--;
        }

        return at;
    }

    private static Range Trim(string text, int from, int to)
    {
        var some = text.AsSpan(from, to - from);
        var length = some.TrimEnd().Length;

        return (from + (length == 0 ? 0 : BlankLines(some)))..(from + length);
    }

    private static int BlankLines(ReadOnlySpan<char> text)
    {
        var letters = text.Length - text.TrimStart().Length;

        return text[..letters].LastIndexOfAny('\n', '\r') + 1;
    }
}
