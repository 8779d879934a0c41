using SayNo.Content;

namespace SayNo.Search.Finding;

/// <summary>The words by which something was found, to show them in its text.</summary>
/// <param name="Typed">As they were typed, folded: they stand at the beginning of those in the text.</param>
/// <param name="Close">Words of the texts that may have been meant.</param>
internal sealed record FoundWords(IReadOnlyList<string> Typed, IReadOnlyList<string> Close)
{
    private const int FewestLetters = 2;

    /// <summary>A text in parts, of which those that were looked for are marked.</summary>
    public IReadOnlyList<TextPart> Mark(string text)
    {
        var parts = new List<TextPart>();
        var end = 0;

        foreach (var word in Words.Of(text).Where(IsFound))
        {
            Add(parts, text[end..word.Start], isHit: false);
            end = word.Start + word.Length;
            Add(parts, text[word.Start..end], isHit: true);
        }

        Add(parts, text[end..], isHit: false);

        return parts;
    }

    /// <summary>As much of a long text as a result can show: from a little before the first word that was looked for.</summary>
    public IReadOnlyList<TextPart> Excerpt(string text, int length)
    {
        const int before = 40;
        var words = Words.Of(text).ToList();
        var hit = words.FindIndex(IsFound);
        var first = hit < 0 ? 0 : words.FindIndex(word => word.Start >= words[hit].Start - before);
        var start = first <= 0 ? 0 : words[first].Start;
        var end = text.Length - start <= length ? text.Length : EndOf(words.LastOrDefault(word => EndOf(word) <= start + length), start + length);
        var cut = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        return Mark($"{(start > 0 ? "… " : "")}{cut}{(end < text.Length ? " …" : "")}");
    }

    private bool IsFound(Word word)
    {
        var bare = Words.WithoutArticle(word.Folded);

        return Close.Contains(bare) || Close.Contains(word.Folded)
            || Typed.Any(typed => bare == typed || (typed.Length >= FewestLetters && (bare.StartsWith(typed, StringComparison.Ordinal) || word.Folded.StartsWith(typed, StringComparison.Ordinal))));
    }

    private static int EndOf(Word word) => word.Start + word.Length;

    private static int EndOf(Word word, int otherwise) => word.Length > 0 ? EndOf(word) : otherwise;

    private static void Add(List<TextPart> parts, string text, bool isHit)
    {
        if (text.Length > 0)
        {
            parts.Add(new(text, isHit));
        }
    }
}

/// <summary>A piece of a text.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="IsHit">True if it was looked for.</param>
public sealed record TextPart(string Text, bool IsHit);
