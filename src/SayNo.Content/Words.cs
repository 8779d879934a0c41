using System.Globalization;
using System.Text;

namespace SayNo.Content;

/// <summary>Takes texts of every script apart into words as people search for them: see <see cref="Folded"/>.</summary>
public static class Words
{
    private const string ArabicArticle = "ال";
    private const int ShortestAfterArticle = 3;

    /// <summary>The words of a text in its order, with their places in it; what an apostrophe or a hyphen joins is several words.</summary>
    public static IEnumerable<Word> Of(string text)
    {
        var start = -1;
        var at = 0;

        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = IsPart(rune, inside: start >= 0);

            if (isPart && start < 0)
            {
                start = at;
            }
            else if (!isPart && start >= 0)
            {
                yield return WordAt(text, start, at);
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            yield return WordAt(text, start, text.Length);
        }
    }

    /// <summary>Everything under which a text is found: its words, those without the Arabic article, and those that a sign joins in one piece.</summary>
    public static IEnumerable<string> Forms(string text)
    {
        var joined = "";
        var end = -2;

        foreach (var word in Of(text))
        {
            yield return word.Folded;

            if (WithoutArticle(word.Folded) is var bare && bare != word.Folded)
            {
                yield return bare;
            }

            joined = word.Start == end + 1 && IsJoint(text[end]) ? joined + word.Folded : word.Folded;
            end = word.Start + word.Length;

            if (joined.Length > word.Folded.Length)
            {
                yield return joined;
            }
        }
    }

    /// <summary>An Arabic word without "the", which is written in one with it; every other word as it is.</summary>
    public static string WithoutArticle(string folded) =>
        folded.StartsWith(ArabicArticle, StringComparison.Ordinal) && folded.Length >= ArabicArticle.Length + ShortestAfterArticle
            ? folded[ArabicArticle.Length..]
            : folded;

    /// <summary>True for the signs that join two words into one: <c>don't</c>, <c>e-mail</c>.</summary>
    public static bool IsJoint(char sign) => sign is '\'' or '’' or 'ʼ' or '-' or '‑';

    private static Word WordAt(string text, int start, int end) => new(start, end - start, Folded.Of(text[start..end]));

    // The apostrophe of Ukrainian counts as a letter in Unicode.
    private static bool IsPart(Rune rune, bool inside) =>
        (Rune.IsLetterOrDigit(rune) && rune.Value != 'ʼ')
        || (inside && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}

/// <summary>A word within a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters of the text it has.</param>
/// <param name="Folded">As it is compared.</param>
public readonly record struct Word(int Start, int Length, string Folded);
