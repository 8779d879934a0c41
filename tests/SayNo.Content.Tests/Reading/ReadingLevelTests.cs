using SayNo.Content.Reading;

namespace SayNo.Content.Tests.Reading;

public sealed class ReadingLevelTests
{
    [Theory]
    [InlineData("en", "Stop now. Don't pay!  Call 112. Talk to someone", 4)]
    [InlineData("en", "They said … and then they stopped.", 1)]
    [InlineData("de", "Hilfe gibt es z. B. bei der Nr. 116 111. Ruf an.", 2)]
    [InlineData("de", "Es ist am 3. Oktober zu. Ruf die 112. Sag, was ist.", 3)]
    [InlineData("el", "Πλήρωσες ήδη; Δεν φταις εσύ.", 2)]
    [InlineData("ar", "هل دفعت؟ هذا ليس ذنبك.", 2)]
    [InlineData("fr", "Dis : « Ce n'est pas ta faute. » Puis écoute.", 2)]
    public void Sentences_end_where_their_language_ends_them(string locale, string text, int count) =>
        Assert.Equal(count, Sentences.Of(text, locale).Count);

    [Fact]
    public void A_text_is_measured_without_its_markdown()
    {
        var level = ReadingLevel.Of("## Keep the proof\n\nDo not delete\nthe **chat**. [Report it](https://sayno.example/report).\n\n- Screenshots – of messages.\n1. Call.", "en");

        Assert.Equal(new(Words: 14, Sentences: 5, LongestSentence: 5, LongWords: 2), level);
        Assert.Equal(2.8, level.WordsPerSentence);
    }

    [Fact]
    public void Advice_names_the_sentence_the_point_and_the_word_to_change()
    {
        var unwanted = new UnwantedWords([new("Never blame.", new Dictionary<string, IReadOnlyList<string>> { ["en"] = [@"\byour own fault\b"] })], ["as agreed"]);
        var advice = new ReadingAdvice(unwanted);
        var words = string.Join(' ', Enumerable.Repeat("word", 20));

        Assert.Empty(advice.Of("Body", $"{words}. It is not your fault.", "en"));
        Assert.Empty(advice.Of("Body", $"{words} as agreed.", "en"));
        Assert.Equal(
            [
                "It says \"your own fault\". Never blame.",
                $"A sentence has 21 words; make two of it, with at most 20 each: More {words}.",
                "A point has 5 sentences; ask for one thing in each point: Stop. Save it. Block. Tell us. It is your own fault.",
            ],
            advice.Of("Body", $"More {words}.\n\n- Stop. Save it. Block. Tell us. It is your own fault.", "en").Select(sentence => sentence.ToString()));
        Assert.Equal(["It has 61 characters; at most 60 are read at a glance."], advice.Of("Title", new string('a', 61), "en").Select(sentence => sentence.ToString()));
    }
}
