namespace SayNo.Content.Reading;

/// <summary>How hard a text is to read, in numbers that can be had of every language of the site.</summary>
/// <remarks>
/// A share of long words (more than six letters, as the LIX counts them) can be compared within a language only: Finnish joins what English keeps apart.
/// </remarks>
/// <param name="Words">How many words it has.</param>
/// <param name="Sentences">How many sentences; a heading is one.</param>
/// <param name="LongestSentence">The words of its longest sentence.</param>
/// <param name="LongWords">How many words have more than six letters.</param>
public sealed record ReadingLevel(int Words, int Sentences, int LongestSentence, int LongWords)
{
    private const int LongFrom = 7;

    public static ReadingLevel None { get; } = new(0, 0, 0, 0);

    public double WordsPerSentence => Sentences == 0 ? 0 : (double)Words / Sentences;

    public double ShareOfLongWords => Words == 0 ? 0 : (double)LongWords / Words;

    /// <param name="text">A text with or without Markdown.</param>
    /// <param name="locale">BCP 47 tag.</param>
    public static ReadingLevel Of(string text, string locale)
    {
        var sentences = TextBlocks.Of(text).SelectMany(block => Reading.Sentences.Of(block.Text, locale))
            .Select(sentence => Reading.Sentences.Words(sentence).ToList()).ToList();

        return new(
            sentences.Sum(words => words.Count),
            sentences.Count,
            sentences.Select(words => words.Count).DefaultIfEmpty().Max(),
            sentences.Sum(words => words.Count(word => word.Count(char.IsLetter) >= LongFrom)));
    }

    /// <summary>Both texts together.</summary>
    public ReadingLevel With(ReadingLevel other) => new(
        Words + other.Words, Sentences + other.Sentences, Math.Max(LongestSentence, other.LongestSentence), LongWords + other.LongWords);
}
