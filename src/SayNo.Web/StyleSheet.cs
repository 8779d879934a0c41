using System.Text;
using System.Text.RegularExpressions;

namespace SayNo.Web;

/// <summary>Makes a style sheet small enough to travel inside the page.</summary>
public static partial class StyleSheet
{
    /// <summary>Leaves out comments and blanks that mean nothing; text in quotes stays as it is.</summary>
    public static string Minify(string css)
    {
        var result = new StringBuilder(css.Length);
        var plain = new StringBuilder();

        foreach (Match part in Parts().Matches(css))
        {
            if (part.Groups["quoted"].Success)
            {
                result.Append(Squeeze(plain.ToString())).Append(part.Value);
                plain.Clear();
            }
            else if (!part.Groups["comment"].Success)
            {
                plain.Append(part.Value);
            }
        }

        return result.Append(Squeeze(plain.ToString())).ToString().Trim();
    }

    private static string Squeeze(string css) => LastSemicolon().Replace(AroundSigns().Replace(Blanks().Replace(css, " "), "$1"), "}");

    [GeneratedRegex("""(?<quoted>"[^"]*"|'[^']*')|(?<comment>/\*.*?\*/)|[^"'/]+|/""", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // Blanks around + and - mean something in calc(), and before a colon in a selector.
    [GeneratedRegex(@" ?([{};,>]) ?|(?<=:) ")]
    private static partial Regex AroundSigns();

    [GeneratedRegex(@";+\}")]
    private static partial Regex LastSemicolon();
}
