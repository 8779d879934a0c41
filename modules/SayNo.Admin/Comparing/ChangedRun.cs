namespace SayNo.Admin.Comparing;

/// <summary>A piece of a text that was changed, as it stands between what was there before and what is there now.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Kind">Whether it was there before, is there now, or both.</param>
public sealed record ChangedRun(string Text, ChangeOfText Kind)
{
    /// <summary>Both texts in one: what was taken out stands before what has come in its place.</summary>
    public static IReadOnlyList<ChangedRun> Of(string before, string after)
    {
        var differences = WordDifferences.Of(before, after);
        var (old, now) = (new Queue<TextRun>(differences.Before), new Queue<TextRun>(differences.After));
        var runs = new List<ChangedRun>();

        while (old.Count > 0 || now.Count > 0)
        {
            if (old.TryPeek(out var gone) && gone.Differs)
            {
                runs.Add(new(old.Dequeue().Text, ChangeOfText.Removed));
            }
            else if (now.TryPeek(out var come) && come.Differs)
            {
                runs.Add(new(now.Dequeue().Text, ChangeOfText.Added));
            }
            else
            {
                runs.Add(new(Common(ref old, ref now), ChangeOfText.None));
            }
        }

        return [.. Joined(runs)];
    }

    // Word for word, a sentence that was written anew would read like a shuffled pack of cards: what changes without a word between becomes one.
    private static IEnumerable<ChangedRun> Joined(List<ChangedRun> runs)
    {
        for (var (from, to) = (0, 0); from < runs.Count; from = to)
        {
            to = runs[from].Kind == ChangeOfText.None ? from + 1 : EndOfChange(runs, from);
            var group = runs[from..to];

            foreach (var run in Mixes(group) ? [Side(group, ChangeOfText.Removed), Side(group, ChangeOfText.Added)] : group)
            {
                yield return run;
            }
        }
    }

    private static int EndOfChange(List<ChangedRun> runs, int from)
    {
        var end = from + 1;

        for (var i = end; i < runs.Count && (runs[i].Kind != ChangeOfText.None || string.IsNullOrWhiteSpace(runs[i].Text)); i++)
        {
            end = runs[i].Kind == ChangeOfText.None ? end : i + 1;
        }

        return end;
    }

    private static bool Mixes(List<ChangedRun> group) =>
        group.Exists(run => run.Kind == ChangeOfText.Removed) && group.Exists(run => run.Kind == ChangeOfText.Added);

    private static ChangedRun Side(List<ChangedRun> group, ChangeOfText kind) =>
        new(string.Concat(group.Where(run => run.Kind == kind || run.Kind == ChangeOfText.None).Select(run => run.Text)), kind);

    // What both have in common may be cut into other pieces on either side.
    private static string Common(ref Queue<TextRun> old, ref Queue<TextRun> now)
    {
        var (one, other) = (old.Dequeue().Text, now.Dequeue().Text);

        if (one.Length > other.Length)
        {
            old = new([new(one[other.Length..], false), .. old]);
        }
        else if (other.Length > one.Length)
        {
            now = new([new(other[one.Length..], false), .. now]);
        }

        return one.Length < other.Length ? one : other;
    }
}

/// <summary>What happened to a piece of a text.</summary>
public enum ChangeOfText
{
    None,
    Removed,
    Added,
}
