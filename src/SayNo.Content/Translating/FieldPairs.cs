using SayNo.Content.Publishing;
using SayNo.Content.Sources;

namespace SayNo.Content.Translating;

/// <summary>Lays what a field says beside what its source says now, by what the field was made from.</summary>
internal sealed class FieldPairs
{
    private readonly List<Row> _rows = [];

    private FieldPairs(SegmentedField source, SegmentedField target, FieldMemory memory)
    {
        Source = source;
        Target = target;
        Memory = memory;
    }

    public SegmentedField Source { get; }

    public SegmentedField Target { get; }

    /// <summary>What the field was made from, linked with what the source says now.</summary>
    public FieldMemory Memory { get; }

    /// <param name="field">Name of the field.</param>
    /// <param name="source">What the source says now.</param>
    /// <param name="target">What the field says.</param>
    /// <param name="madeFrom">What it was made from.</param>
    /// <param name="past">What the source said before.</param>
    public static FieldPairs Of(string field, SegmentedField source, SegmentedField target, MadeFromField madeFrom, SourcePast past)
    {
        var pairs = new FieldPairs(source, target, FieldMemory.Of(field, source, target, madeFrom, past));
        pairs.AddRows();

        return pairs;
    }

    /// <summary>The pairs in the order of the source; what the text alone says stands after what it follows there.</summary>
    /// <param name="isPublic">False for a source that nobody has read yet: nothing is outdated by it.</param>
    public IEnumerable<SegmentPair> All(bool isPublic) => _rows.Select(row => PairOf(row, isPublic));

    private void AddRows()
    {
        _rows.AddRange(Source.Segments.Select(segment => RowOf(Memory.LinkedTo(segment.Index), segment)));
        var lone = Memory.Entries.Where(entry => entry.Now < 0).Select(entry => RowOf(entry, null))
            .Concat(Memory.OwnTargets.Select(target => new Row(null, null, target, 1)))
            .OrderBy(row => row.Count == 0).ThenBy(row => row.First);

        foreach (var row in lone.ToList())
        {
            _rows.Insert(PlaceOf(row), row);
        }
    }

    private int PlaceOf(Row row) => row.Count > 0
        ? 1 + _rows.FindIndex(one => one.Count > 0 && one.First + one.Count == row.First)
        : 1 + _rows.FindIndex(one => one.Entry is { } entry && entry == Memory.Before(row.Entry));

    private static Row RowOf(MemoryEntry? entry, Segment? source) => new(entry, source, entry?.Target ?? -1, entry?.Count ?? 0);

    private SegmentPair PairOf(Row row, bool isPublic)
    {
        var link = row.Entry?.Link ?? SegmentLink.None;
        var hasChanged = isPublic && Target.Segments.Count > 0 && (row.Source is not null || row.Entry is not null) && link != SegmentLink.Same;
        var target = row.Count == 0 ? null : Target.Segments[row.First] with { Text = Target.TextOf(row.First, row.Count) };

        return new()
        {
            Key = SegmentPair.KeyOf(Memory.Field, row.Source?.Index ?? -1, target?.Index ?? -1, row.Entry?.Place ?? -1),
            Field = Memory.Field,
            Source = row.Source,
            Then = row.Entry?.Text,
            Target = target,
            State = row.Source is null ? SegmentState.Extra
                : target is null ? SegmentState.Missing
                : hasChanged ? SegmentState.Outdated
                : SegmentState.Current,
            HasChanged = hasChanged,
            IsMoved = link == SegmentLink.Moved,
            Entry = row.Entry,
            TargetCount = row.Count,
        };
    }

    private sealed record Row(MemoryEntry? Entry, Segment? Source, int First, int Count);
}
