using System.Globalization;
using SayNo.Content.Fields;

namespace SayNo.Content.Reading;

/// <summary>What an editor should say in a simpler way. It is advice: nothing is refused for it.</summary>
public sealed class ReadingAdvice(UnwantedWords unwanted)
{
    /// <summary>The most words of a sentence.</summary>
    public const int MostWords = 20;

    /// <summary>The most sentences of a point in a list, which asks for one thing.</summary>
    public const int MostSentencesInPoint = 4;

    private static readonly Dictionary<string, int> MostCharacters = new(StringComparer.Ordinal) { ["Title"] = 60, ["PageTitle"] = 60, ["Summary"] = 140 };

    /// <summary>Whether the field holds words of a language that visitors read.</summary>
    public static bool IsFor(Field field) => field is MarkdownField { Localized: true, IsInternal: false }
        or TextField { Localized: true, IsInternal: false, Format: null };

    /// <param name="field">The name of the field.</param>
    /// <param name="text">What it says.</param>
    /// <param name="locale">BCP 47 tag.</param>
    public IEnumerable<Sentence> Of(string field, string text, string locale)
    {
        var length = new StringInfo(text).LengthInTextElements;

        if (length > MostCharacters.GetValueOrDefault(field, int.MaxValue))
        {
            yield return $"It has {length} characters; at most {MostCharacters[field]} are read at a glance.";
        }

        foreach (var (words, why) in unwanted.In(text, locale))
        {
            yield return $"It says \"{words}\". {why}";
        }

        foreach (var advice in TextBlocks.Of(text).SelectMany(block => Of(block, locale)))
        {
            yield return advice;
        }
    }

    private IEnumerable<Sentence> Of(TextBlock block, string locale)
    {
        var sentences = Sentences.Of(block.Text, locale);

        foreach (var sentence in sentences.Where(sentence => !unwanted.Agreed.Any(part => sentence.Contains(part, StringComparison.Ordinal))))
        {
            if (Sentences.Words(sentence).Count() is > MostWords and var count)
            {
                yield return $"A sentence has {count} words; make two of it, with at most {MostWords} each: {sentence}";
            }
        }

        if (block.IsPoint && sentences.Count > MostSentencesInPoint)
        {
            yield return $"A point has {sentences.Count} sentences; ask for one thing in each point: {block.Text}";
        }
    }
}
