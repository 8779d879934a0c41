using System.Text.RegularExpressions;

namespace SayNo.Web;

/// <summary>Makes a style sheet small enough to travel inside the page.</summary>
public static partial class StyleSheet
{
    /// <summary>Leaves out comments and blanks that mean nothing; text in quotes stays as it is.</summary>
    public static string Minify(string css)
    {
        var result = new System.Text.StringBuilder(css.Length);

        foreach (Match part in Parts().Matches(css))
        {
            result.Append(part.Groups["quoted"].Success ? part.Value : part.Groups["comment"].Success ? "" : Squeeze(part.Value));
        }

        return Squeeze(result.ToString(), onlyAround: true);
    }

    private static string Squeeze(string css, bool onlyAround = false) =>
        onlyAround ? css.Trim() : LastSemicolon().Replace(AroundSigns().Replace(Blanks().Replace(css, " "), "$1"), "}");

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
