namespace SayNo.Content;

/// <summary>Tells whether a word was meant by one that was typed in haste: a letter wrong, missing, too many, or two in each other's place.</summary>
public static class Spelling
{
    private const int LettersForOneSlip = 4;
    private const int LettersForTwoSlips = 8;
    private const int Longest = 40;

    /// <summary>How many slips a typed word may have: none below four letters, else every word would be like another.</summary>
    public static int SlipsIn(string typed) => typed.Length switch
    {
        < LettersForOneSlip => 0,
        < LettersForTwoSlips => 1,
        _ => 2,
    };

    /// <param name="typed">What was typed, folded.</param>
    /// <param name="word">What may have been meant, folded.</param>
    public static bool IsClose(string typed, string word)
    {
        var most = SlipsIn(typed);

        return most > 0 && typed.Length <= Longest && Math.Abs(typed.Length - word.Length) <= most && Slips(typed, word, most) <= most;
    }

    /// <summary>Two words of one stem: most of both is the same, and only their endings differ.</summary>
    public static bool IsSameStem(string typed, string word)
    {
        const int ShortestStem = 5;
        const int LongestEnding = 3;
        var same = typed.AsSpan().CommonPrefixLength(word);

        return same >= ShortestStem && typed.Length - same <= LongestEnding && word.Length - same <= LongestEnding;
    }

    // Optimal string alignment, row by row, of which three are needed at a time.
    private static int Slips(string typed, string word, int most)
    {
        var (before, last, now) = (new int[word.Length + 1], Enumerable.Range(0, word.Length + 1).ToArray(), new int[word.Length + 1]);

        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = i;
            var fewest = i;

            for (var j = 1; j <= word.Length; j++)
            {
                var slip = typed[i - 1] == word[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + slip);

                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }

                fewest = Math.Min(fewest, now[j]);
            }

            if (fewest > most)
            {
                return fewest;
            }

            (before, last, now) = (last, now, before);
        }

        return last[word.Length];
    }
}
