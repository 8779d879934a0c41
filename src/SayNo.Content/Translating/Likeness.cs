namespace SayNo.Content.Translating;

/// <summary>Compares segments by the words they share, to see which of several was written anew.</summary>
internal sealed class Likeness
{
    private readonly HashSet<string>?[] _before;
    private readonly HashSet<string>?[] _after;

    /// <param name="before">The old segments; null where nobody knows any more what it said.</param>
    /// <param name="after">The new ones.</param>
    public Likeness(IEnumerable<string?> before, IEnumerable<string?> after)
    {
        _before = [.. before.Select(WordsOf)];
        _after = [.. after.Select(WordsOf)];
    }

    /// <summary>From 0 for no word in common to 1 for the same words.</summary>
    public double Of(int old, int now)
    {
        if (_before[old] is not { Count: > 0 } first || _after[now] is not { Count: > 0 } second)
        {
            return 0;
        }

        return 2.0 * first.Count(second.Contains) / (first.Count + second.Count);
    }

    private static HashSet<string>? WordsOf(string? text) =>
        text is null ? null : Words.Of(text).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
}
