using SayNo.Content.Fields;

namespace SayNo.Content.Reviewing;

/// <summary>What holds of everything that colleagues write to each other, be it a comment or a reason.</summary>
internal static class CommentText
{
    /// <summary>The most characters (Unicode code points).</summary>
    public const int MaxLength = 4000;

    public static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>Why a clean text cannot be kept; null if it can.</summary>
    public static Sentence? Against(string text)
    {
        if (text.Length == 0)
        {
            return "The comment is empty. Please write what your colleagues should know.";
        }

        if (TextSigns.FirstForbidden(text) is { } forbidden)
        {
            return $"The comment contains an invisible control character (U+{(int)forbidden:X4}). Please type it again without it.";
        }

        var length = text.EnumerateRunes().Count();

        return length > MaxLength ? (Sentence)$"The comment has {length} characters; at most {MaxLength} fit. Please shorten it." : null;
    }
}
