namespace SayNo.Content.Fields;

/// <summary>Which characters no text may hold, because they hide or turn around what a reader sees.</summary>
public static class TextSigns
{
    /// <summary>The first control character or bidirectional override in a text; none if it has neither.</summary>
    public static char? FirstForbidden(string text)
    {
        foreach (var sign in text)
        {
            if ((char.IsControl(sign) && sign is not ('\n' or '\t')) || sign is (>= '\u202A' and <= '\u202E') or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                return sign;
            }
        }

        return null;
    }
}
