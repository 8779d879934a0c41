namespace SayNo.Content.Translating;

/// <summary>A segment of a source and what a text says instead of it.</summary>
public sealed record SegmentPair
{
    /// <summary>Names it for as long as neither the source nor the text has a newer version.</summary>
    public required string Key { get; init; }

    public required string Field { get; init; }

    /// <summary>What the source says now; none if it does not say it any more, or never did.</summary>
    public Segment? Source { get; init; }

    /// <summary>What the source said when the text was made from it; null if nothing, or if nobody knows any more.</summary>
    public string? Then { get; init; }

    /// <summary>What the text says; none if nothing. It may be several blocks: a translator may need two for one.</summary>
    public Segment? Target { get; init; }

    public required SegmentState State { get; init; }

    /// <summary>True if the source has changed here since the text was made from it: that alone makes a text outdated.</summary>
    public bool HasChanged { get; init; }

    /// <summary>True if the source says the same, but in another place.</summary>
    public bool IsMoved { get; init; }

    /// <summary>What the text remembers of it; none if nothing.</summary>
    internal MemoryEntry? Entry { get; init; }

    /// <summary>How many segments of the text it has.</summary>
    internal int TargetCount { get; init; }

    internal static string KeyOf(string field, int source, int target, int remembered) =>
        $"{field}:{PlaceOf(source)}:{PlaceOf(target)}:{PlaceOf(remembered)}";

    private static string PlaceOf(int place) => place < 0 ? "-" : $"{place}";
}

/// <summary>How far the translation of a segment has come.</summary>
public enum SegmentState
{
    /// <summary>The text says nothing instead of it.</summary>
    Missing = 1,

    /// <summary>The text was made from what the source says now.</summary>
    Current = 2,

    /// <summary>The source says something else since, or says it elsewhere.</summary>
    Outdated = 3,

    /// <summary>The text says it, and the source does not.</summary>
    Extra = 4,
}
