using SayNo.Content.Publishing;
using SayNo.Content.Sources;

namespace SayNo.Content.Translating;

/// <summary>
/// What one field of a text was made from, while it is compared with what the source says now and brought up to it part by part.
/// </summary>
internal sealed class FieldMemory
{
    private readonly SegmentedField _source;
    private readonly MemoryEntry?[] _linked;
    private readonly List<MemoryEntry> _entries;
    private readonly MemoryEntry?[] _targets;

    private FieldMemory(string field, SegmentedField source, int targets, List<MemoryEntry> entries)
    {
        Field = field;
        _source = source;
        _entries = entries;
        _linked = new MemoryEntry?[source.Segments.Count];
        _targets = new MemoryEntry?[targets];
    }

    public string Field { get; }

    /// <summary>What the source said, in its order then.</summary>
    public IReadOnlyList<MemoryEntry> Entries => _entries;

    /// <summary>The segments of the text that were made from nothing.</summary>
    public IEnumerable<int> OwnTargets => Enumerable.Range(0, _targets.Length).Where(target => _targets[target] is null);

    /// <param name="field">Name of the field.</param>
    /// <param name="source">What the source says now.</param>
    /// <param name="target">What the text says.</param>
    /// <param name="madeFrom">What the text was made from.</param>
    /// <param name="past">What the source said before.</param>
    public static FieldMemory Of(string field, SegmentedField source, SegmentedField target, MadeFromField madeFrom, SourcePast past)
    {
        var entries = madeFrom.Source.Select((hash, place) => new MemoryEntry(place, hash, past.TextOf(field, hash))).ToList();
        var memory = new FieldMemory(field, source, target.Segments.Count, entries);
        memory.LinkSource(past);
        memory.LinkTargets(madeFrom.Targets);

        return memory;
    }

    public MemoryEntry? LinkedTo(int source) => _linked[source];

    /// <summary>What a segment of the text was made from; null if from nothing.</summary>
    public MemoryEntry? OfTarget(int target) => _targets[target];

    /// <summary>The entry before another; null for the first.</summary>
    public MemoryEntry? Before(MemoryEntry? entry) => entry is not null && _entries.IndexOf(entry) is > 0 and var at ? _entries[at - 1] : null;

    /// <summary>The text was brought up to this segment of the source: it is remembered as it is now, in the place where it is now.</summary>
    public MemoryEntry Accept(int source)
    {
        var segment = _source.Segments[source];
        var entry = _linked[source] ?? new MemoryEntry(-1, segment.Hash, segment.Text);

        if (entry.Link is SegmentLink.None or SegmentLink.Moved)
        {
            _entries.Remove(entry);
            _entries.Insert(AfterNeighbour(source), entry);
        }

        entry.Accept(segment);
        _linked[source] = entry;

        return entry;
    }

    /// <summary>The text was looked at without this part, which the source has no longer.</summary>
    public void Drop(MemoryEntry entry) => _entries.Remove(entry);

    /// <summary>The text was brought up to all that the source says now.</summary>
    public void AcceptAll()
    {
        foreach (var segment in _source.Segments)
        {
            Accept(segment.Index);
        }

        _entries.RemoveAll(entry => entry.Now < 0);
    }

    /// <summary>What is to be remembered of a text whose segments were made from these entries; null for those made from nothing.</summary>
    public MadeFromField Remember(IEnumerable<MemoryEntry?> targets) => new(
        [.. _entries.Select(entry => entry.Hash)],
        [.. targets.Select(entry => entry is null ? MadeFromField.Nothing : _entries.IndexOf(entry))]);

    /// <summary>The same of the text as it is.</summary>
    public MadeFromField Remember() => Remember(_targets);

    private void LinkSource(SourcePast past)
    {
        var alignment = Alignment.Of(
            [.. _entries.Select(entry => past.MeaningOf(Field, entry.Hash))],
            [.. _source.Segments.Select(segment => past.MeaningOf(Field, segment.Hash))],
            new Likeness(_entries.Select(entry => entry.Text), _source.Segments.Select(segment => segment.Text)).Of);

        foreach (var entry in _entries.Where(entry => alignment.NewOf(entry.Place) >= 0))
        {
            var now = alignment.NewOf(entry.Place);
            entry.Linked(now, alignment.LinkOf(now));
            _linked[now] = entry;
        }
    }

    /// <summary>A segment whose neighbour was made from something else is no part of what stands further up.</summary>
    private void LinkTargets(IReadOnlyList<int> places)
    {
        for (var target = 0; target < _targets.Length; target++)
        {
            var place = places.Count == _targets.Length ? places[target] : target;
            var entry = place >= 0 && place < _entries.Count ? _entries[place] : null;

            if (entry is not null && entry.TryTake(target))
            {
                _targets[target] = entry;
            }
        }
    }

    private int AfterNeighbour(int source)
    {
        for (var before = source - 1; before >= 0; before--)
        {
            if (_linked[before] is { Link: SegmentLink.Same or SegmentLink.Changed } neighbour)
            {
                return _entries.IndexOf(neighbour) + 1;
            }
        }

        return 0;
    }
}

/// <summary>A segment of a source that a text was made from.</summary>
/// <param name="place">Its place in what the text remembered when it was read; -1 if it came later.</param>
/// <param name="hash">By which it is known.</param>
/// <param name="text">What it said; null if nobody knows any more.</param>
internal sealed class MemoryEntry(int place, string hash, string? text)
{
    public int Place => place;

    public string Hash { get; private set; } = hash;

    public string? Text { get; private set; } = text;

    /// <summary>Where it is in what the source says now; -1 if nowhere.</summary>
    public int Now { get; private set; } = -1;

    public SegmentLink Link { get; private set; }

    /// <summary>The first segment of the text that was made from it; -1 if none was.</summary>
    public int Target { get; private set; } = -1;

    /// <summary>How many segments of the text were made from it.</summary>
    public int Count { get; private set; }

    public void Linked(int now, SegmentLink link) => (Now, Link) = (now, link);

    public void Accept(Segment segment) => (Hash, Text, Now, Link) = (segment.Hash, segment.Text, segment.Index, SegmentLink.Same);

    public bool TryTake(int target)
    {
        if (Count > 0 && Target + Count != target)
        {
            return false;
        }

        (Target, Count) = (Count == 0 ? target : Target, Count + 1);

        return true;
    }
}
