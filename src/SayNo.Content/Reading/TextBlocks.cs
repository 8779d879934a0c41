using System.Text.RegularExpressions;

namespace SayNo.Content.Reading;

/// <summary>Takes a text apart into the headings, paragraphs and points that a reader meets, without the signs of Markdown.</summary>
public static partial class TextBlocks
{
    public static IReadOnlyList<TextBlock> Of(string text)
    {
        var blocks = new List<TextBlock>();
        var startsAnew = true;

        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            var mark = Mark().Match(line);
            var words = Plain(line[mark.Length..]);

            if (words.Length > 0 && (startsAnew || mark.Success))
            {
                blocks.Add(new(words, IsPoint: mark.Groups["point"].Success));
            }
            else if (words.Length > 0)
            {
                blocks[^1] = blocks[^1] with { Text = $"{blocks[^1].Text} {words}" };
            }

            startsAnew = words.Length == 0 || line.StartsWith('#');
        }

        return blocks;
    }

    private static string Plain(string line) => Emphasis().Replace(Link().Replace(line, "${words}"), "").Trim();

    [GeneratedRegex(@"^(#+|>|(?<point>[-*+]|\d{1,2}[.)]))\s+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"!?\[(?<words>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("[*_`]")]
    private static partial Regex Emphasis();
}

/// <summary>A heading, a paragraph or a point of a list.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsPoint">True for a point of a list.</param>
public sealed record TextBlock(string Text, bool IsPoint);
