using System.Text.RegularExpressions;
using DiffPlex;

namespace SayNo.Admin.Comparing;

/// <summary>Where two texts differ, word by word.</summary>
/// <param name="Before">The one text, in runs.</param>
/// <param name="After">The other text, in runs.</param>
public sealed partial record WordDifferences(IReadOnlyList<TextRun> Before, IReadOnlyList<TextRun> After)
{
    // Comparing costs the product of both lengths at worst: longer texts are compared by lines, and endless ones as a whole.
    private const int MostPieces = 6_000;

    public static WordDifferences Of(string before, string after)
    {
        if (before == after)
        {
            return new(Whole(before, false), Whole(after, false));
        }

        if (Fits(Words(), before, after))
        {
            return Compare(before, after, Words());
        }

        return Fits(Lines(), before, after) ? Compare(before, after, Lines()) : new(Whole(before, true), Whole(after, true));
    }

    private static bool Fits(Regex pieces, string before, string after) => pieces.Count(before) <= MostPieces && pieces.Count(after) <= MostPieces;

    private static List<TextRun> Whole(string text, bool differs) => text.Length == 0 ? [] : [new(text, differs)];

    private static WordDifferences Compare(string before, string after, Regex pieces)
    {
        var result = new Differ().CreateCustomDiffs(before, after, false, false, text => [.. pieces.Matches(text).Select(piece => piece.Value)]);
        var removed = new bool[result.PiecesOld.Length];
        var added = new bool[result.PiecesNew.Length];

        foreach (var block in result.DiffBlocks)
        {
            Array.Fill(removed, true, block.DeleteStartA, block.DeleteCountA);
            Array.Fill(added, true, block.InsertStartB, block.InsertCountB);
        }

        return new(Runs(result.PiecesOld, removed), Runs(result.PiecesNew, added));
    }

    private static List<TextRun> Runs(string[] pieces, bool[] differs)
    {
        var runs = new List<TextRun>();

        for (int i = 0, from = 0; i < pieces.Length; i++)
        {
            if (i + 1 == pieces.Length || differs[i + 1] != differs[from])
            {
                runs.Add(new(string.Concat(pieces[from..(i + 1)]), differs[from]));
                from = i + 1;
            }
        }

        return runs;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}_]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Lines();
}

/// <summary>A piece of a text.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Differs">True if the other text does not have it.</param>
public sealed record TextRun(string Text, bool Differs);
