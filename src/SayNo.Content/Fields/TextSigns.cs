namespace SayNo.Content.Fields;

/// <summary>Which characters no text may hold, because they hide or turn around what a reader sees.</summary>
public static class TextSigns
{
    /// <summary>The first control character or bidirectional override in a text; none if it has neither.</summary>
    public static char? FirstForbidden(string text)
    {
        foreach (var sign in text)
        {
            if (IsForbidden(sign))
            {
                return sign;
            }
        }

        return null;
    }

    /// <summary>The text as a form takes it in: with every end of a line as one sign, and without what no text may hold.</summary>
    public static string Clean(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

        return FirstForbidden(lines) is null ? lines : string.Concat(lines.Where(sign => !IsForbidden(sign)));
    }

    private static bool IsForbidden(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\t')) || sign is (>= '\u202A' and <= '\u202E') or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
