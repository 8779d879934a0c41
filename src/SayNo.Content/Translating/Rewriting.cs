using SayNo.Content.Publishing;

namespace SayNo.Content.Translating;

/// <summary>
/// Finds out what a field was made from that was written anew as a whole: its segments that stayed were made from what they were made from before,
/// the others from what stood beside them.
/// </summary>
internal sealed class Rewriting
{
    private readonly FieldPairs _before;
    private readonly Alignment _alignment;
    private readonly MemoryEntry?[] _targets;

    private Rewriting(FieldPairs before, SegmentedField after)
    {
        _before = before;
        _alignment = Align(before.Target, after);
        _targets = new MemoryEntry?[after.Segments.Count];
    }

    /// <param name="before">The field as it was, beside the source that the writer saw.</param>
    /// <param name="after">What the field says now.</param>
    public static MadeFromField Of(FieldPairs before, SegmentedField after) =>
        before.Target.Segments.Count == 0 ? First(before.Source, after) : new Rewriting(before, after).Run();

    /// <summary>What a field is taken to be made from of which no more is known than all that the source said.</summary>
    public static MadeFromField First(SegmentedField source, SegmentedField target) =>
        First([.. source.Segments.Select(segment => segment.Hash)], target.Segments.Count);

    public static MadeFromField First(IReadOnlyList<string> source, int targets) =>
        new(source, [.. Enumerable.Range(0, targets).Select(target => Math.Min(target, source.Count - 1))]);

    /// <summary>The same for a text that has no source at this time: what is written anew takes the place of what it replaces.</summary>
    public static MadeFromField Follow(MadeFromField madeFrom, SegmentedField before, SegmentedField after)
    {
        var alignment = Align(before, after);
        var places = after.Segments.Select(segment => alignment.OldOf(segment.Index))
            .Select(old => old >= 0 && old < madeFrom.Targets.Count ? madeFrom.Targets[old] : MadeFromField.Nothing);

        return madeFrom with { Targets = [.. places] };
    }

    private MadeFromField Run()
    {
        var memory = _before.Memory;

        for (var now = 0; now < _targets.Length; now++)
        {
            _targets[now] = Follow(now);
        }

        for (var now = 0; now < _targets.Length; now++)
        {
            _targets[now] ??= _alignment.LinkOf(now) == SegmentLink.None ? Begin(now) : null;
        }

        foreach (var entry in memory.Entries.Where(entry => entry is { Now: < 0, Count: > 0 } && !_targets.Contains(entry)).ToList())
        {
            memory.Drop(entry);
        }

        return memory.Remember(_targets);
    }

    private MemoryEntry? Follow(int now)
    {
        if (_alignment.OldOf(now) is not (>= 0 and var old) || _before.Memory.OfTarget(old) is not { } entry)
        {
            return null;
        }

        if (_alignment.LinkOf(now) == SegmentLink.Same)
        {
            return entry;
        }

        // Whoever wrote it anew, or put it elsewhere, did so beside what the source says now. What the source gave up stays extra.
        return entry.Now >= 0 ? _before.Memory.Accept(entry.Now) : entry;
    }

    /// <summary>A new segment was made from what the text lacked in that place, or else is a part of the new one before it.</summary>
    private MemoryEntry? Begin(int now)
    {
        var memory = _before.Memory;
        var after = now == 0 ? -1 : _targets[..now].Max(entry => entry?.Now ?? -1);
        var until = _targets.Skip(now + 1).Select(entry => entry?.Now ?? -1).Where(place => place > after).DefaultIfEmpty(_before.Source.Segments.Count).Min();

        for (var source = after + 1; source < until; source++)
        {
            if (memory.LinkedTo(source) is null or { Count: 0 })
            {
                return memory.Accept(source);
            }
        }

        return now > 0 && _alignment.LinkOf(now - 1) is (SegmentLink.None or SegmentLink.Changed) ? _targets[now - 1] : null;
    }

    private static Alignment Align(SegmentedField before, SegmentedField after) => Alignment.Of(
        [.. before.Segments.Select(segment => segment.Hash)],
        [.. after.Segments.Select(segment => segment.Hash)],
        new Likeness(before.Segments.Select(segment => segment.Text), after.Segments.Select(segment => segment.Text)).Of);
}
