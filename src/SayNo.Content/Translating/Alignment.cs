namespace SayNo.Content.Translating;

/// <summary>
/// Finds for each segment of an old text what became of it in a new one: what stayed, what was moved, and what was written anew in the same place.
/// </summary>
internal sealed class Alignment
{
    // More pairs of segments than this are not compared one by one: nobody writes such a text, but somebody might send it.
    private const long MostPairs = 1_000_000;

    // Two segments that share no word may be a translation anew; better that than one too many and one too few.
    private const double LeastLikeness = 0.05;

    private readonly int[] _newOf;
    private readonly int[] _oldOf;
    private readonly SegmentLink[] _links;

    private Alignment(int before, int after)
    {
        _newOf = new int[before];
        _oldOf = new int[after];
        _links = new SegmentLink[after];
        Array.Fill(_newOf, -1);
        Array.Fill(_oldOf, -1);
    }

    /// <param name="before">The hashes of the old segments.</param>
    /// <param name="after">The hashes of the new ones.</param>
    /// <param name="likeness">How much an old and a new segment have in common, from 0 to 1.</param>
    public static Alignment Of(IReadOnlyList<string> before, IReadOnlyList<string> after, Func<int, int, double> likeness)
    {
        var alignment = new Alignment(before.Count, after.Count);
        alignment.Stay(before, after);
        alignment.Move(before, after);
        alignment.Change(likeness);

        return alignment;
    }

    /// <summary>Where an old segment is now; -1 if nowhere.</summary>
    public int NewOf(int old) => _newOf[old];

    /// <summary>Where a new segment comes from; -1 if it is new.</summary>
    public int OldOf(int now) => _oldOf[now];

    public SegmentLink LinkOf(int now) => _links[now];

    /// <summary>Links the longest sequence of segments that both have in the same order.</summary>
    private void Stay(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (first, lastOld, lastNew) = (0, before.Count, after.Count);

        while (first < lastOld && first < lastNew && before[first] == after[first])
        {
            Link(first, first++, SegmentLink.Same);
        }

        while (lastOld > first && lastNew > first && before[lastOld - 1] == after[lastNew - 1])
        {
            Link(--lastOld, --lastNew, SegmentLink.Same);
        }

        Best(first, lastOld, first, lastNew, SegmentLink.Same, (old, now) => before[old] == after[now] ? 1 : 0);
    }

    private void Move(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var free = Enumerable.Range(0, before.Count).Where(old => _newOf[old] < 0)
            .GroupBy(old => before[old], StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);

        for (var now = 0; now < after.Count; now++)
        {
            if (_oldOf[now] < 0 && free.TryGetValue(after[now], out var olds) && olds.TryDequeue(out var old))
            {
                Link(old, now, SegmentLink.Moved);
            }
        }
    }

    /// <summary>Between those that stayed, links what was written anew; what was moved divides nothing.</summary>
    private void Change(Func<int, int, double> likeness)
    {
        var (old, now) = (0, 0);

        for (var next = 0; next <= _oldOf.Length; next++)
        {
            var isEnd = next == _oldOf.Length;

            if (isEnd || _links[next] == SegmentLink.Same)
            {
                var end = isEnd ? _newOf.Length : _oldOf[next];
                Best(old, end, now, next, SegmentLink.Changed, (from, to) => _newOf[from] < 0 && _oldOf[to] < 0 ? LeastLikeness + likeness(from, to) : 0);
                (old, now) = (end + 1, next + 1);
            }
        }
    }

    /// <summary>Links pairs in order, so that the sum of their values is the greatest; the first ones go before later ones.</summary>
    private void Best(int oldFrom, int oldTo, int newFrom, int newTo, SegmentLink link, Func<int, int, double> value)
    {
        var (olds, news) = (oldTo - oldFrom, newTo - newFrom);

        if (olds <= 0 || news <= 0 || (long)olds * news > MostPairs)
        {
            return;
        }

        var values = new double[olds, news];
        var sums = new double[olds + 1, news + 1];

        for (var old = olds - 1; old >= 0; old--)
        {
            for (var now = news - 1; now >= 0; now--)
            {
                values[old, now] = value(oldFrom + old, newFrom + now);
                sums[old, now] = Math.Max(
                    Math.Max(sums[old + 1, now], sums[old, now + 1]), values[old, now] > 0 ? values[old, now] + sums[old + 1, now + 1] : 0);
            }
        }

        for (var (old, now) = (0, 0); old < olds && now < news;)
        {
            if (values[old, now] > 0 && sums[old, now] <= values[old, now] + sums[old + 1, now + 1])
            {
                Link(oldFrom + old++, newFrom + now++, link);
                continue;
            }

            (old, now) = sums[old + 1, now] >= sums[old, now + 1] ? (old + 1, now) : (old, now + 1);
        }
    }

    private void Link(int old, int now, SegmentLink link)
    {
        _newOf[old] = now;
        _oldOf[now] = old;
        _links[now] = link;
    }
}

/// <summary>How a segment of a new text hangs together with one of an old text.</summary>
internal enum SegmentLink
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It says the same in the same place.</summary>
    Same = 1,

    /// <summary>It says the same in another place.</summary>
    Moved = 2,

    /// <summary>It says something else in the same place.</summary>
    Changed = 3,
}
