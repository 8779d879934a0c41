using System.Text;
using SayNo.Content;

namespace SayNo.Search.Finding;

/// <summary>What somebody typed, made harmless and taken apart.</summary>
public sealed record SearchQuery
{
    public const int Longest = 100;

    private const int MostWords = 10;
    private const int FewestLetters = 3;
    private const int FewestDigits = 3;
    private const string AroundDigits = " +-–/().";

    private SearchQuery(string text) => Text = text;

    public static SearchQuery Empty { get; } = new("");

    /// <summary>What was typed, without control characters, and never longer than <see cref="Longest"/>.</summary>
    public string Text { get; }

    /// <summary>What to look for, each word once, as texts are compared.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>The digits of a telephone number without the zeros that only some put before it; empty if it is none.</summary>
    public string Phone { get; private init; } = "";

    public bool IsEmpty => Words.Count == 0;

    public static SearchQuery Parse(string? typed)
    {
        var text = Clean(typed ?? "");
        var digits = text.All(sign => char.IsDigit(sign) || AroundDigits.Contains(sign)) ? string.Concat(text.Where(char.IsDigit).Select(sign => Folded.Of($"{sign}"))) : "";

        return digits.Length >= FewestDigits
            ? new(text) { Words = [digits], Phone = digits.TrimStart('0') }
            : new(text) { Words = Telling([.. Parts(text).Distinct()]) };
    }

    private static string Clean(string typed)
    {
        var text = new StringBuilder();

        // Far more than can be kept need not be looked at: somebody may send a book.
        foreach (var rune in typed.AsSpan(0, Math.Min(typed.Length, Longest * 4)).EnumerateRunes())
        {
            var sign = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString();

            if ((sign == " " && (text.Length == 0 || text[^1] == ' ')) || text.Length + sign.Length > Longest)
            {
                continue;
            }

            text.Append(sign);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Of what an apostrophe or a hyphen joins, the longest part: <c>l'image</c> is about an image.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var longest = default(Word);
        var end = -2;

        foreach (var word in Content.Words.Of(text))
        {
            var isJoined = word.Start == end + 1 && Content.Words.IsJoint(text[end]);

            if (!isJoined && longest.Length > 0)
            {
                yield return Content.Words.WithoutArticle(longest.Folded);
            }

            longest = isJoined && longest.Length >= word.Length ? longest : word;
            end = word.Start + word.Length;
        }

        if (longest.Length > 0)
        {
            yield return Content.Words.WithoutArticle(longest.Folded);
        }
    }

    /// <summary>Beside longer words, those of one or two letters say nothing: "me" is no Montenegro in "help me".</summary>
    private static IReadOnlyList<string> Telling(IReadOnlyList<string> words)
    {
        var longer = words.Where(word => word.Length >= FewestLetters || word.All(char.IsDigit)).ToList();

        return [.. (longer.Count > 0 ? longer : words).Where(word => word.Length > 0).Take(MostWords)];
    }
}
