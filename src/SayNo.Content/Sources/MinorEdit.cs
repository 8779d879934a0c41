using System.Text.Json;
using SayNo.Content.Translating;

namespace SayNo.Content.Sources;

/// <summary>
/// What a version of a source says in other words than the version before it. A save that is no minor edit takes back what an earlier one said
/// of the same two texts.
/// </summary>
/// <param name="Fields">By field: the segments that were written anew.</param>
internal sealed record MinorEdit(IReadOnlyDictionary<string, IReadOnlyList<Replacement>> Fields)
{
    public static MinorEdit Parse(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<Replacement>>>(json) ?? []);

    /// <summary>What a new version is to remember; null if there is nothing.</summary>
    /// <param name="before">The version that it was written from.</param>
    /// <param name="after">What it says.</param>
    /// <param name="isMinor">Whether the writer says that it means the same.</param>
    /// <param name="past">What the minor edits before it have said.</param>
    public static MinorEdit? Between(SegmentedVersion before, SegmentedVersion after, bool isMinor, SourcePast past)
    {
        var fields = after.Fields.Select(field => (Field: field, Replaced: Between(field, before[field], after[field], isMinor, past)))
            .Where(one => one.Replaced.Count > 0).ToDictionary(one => one.Field, one => one.Replaced, StringComparer.Ordinal);

        return fields.Count == 0 ? null : new(fields);
    }

    public override string ToString() => JsonSerializer.Serialize(Fields);

    private static IReadOnlyList<Replacement> Between(string field, SegmentedField before, SegmentedField after, bool isMinor, SourcePast past)
    {
        var alignment = Alignment.Of(
            [.. before.Segments.Select(segment => segment.Hash)],
            [.. after.Segments.Select(segment => segment.Hash)],
            new Likeness(before.Segments.Select(segment => segment.Text), after.Segments.Select(segment => segment.Text)).Of);
        var changed = after.Segments.Where(segment => alignment.LinkOf(segment.Index) == SegmentLink.Changed)
            .Select(segment => new Replacement(segment.Hash, before.Segments[alignment.OldOf(segment.Index)].Hash));

        return isMinor
            ? [.. changed]
            : [.. changed.Where(one => past.MeaningOf(field, one.New) == past.MeaningOf(field, one.Old ?? "")).Select(one => one with { Old = null })];
    }
}

/// <summary>One segment that was written anew.</summary>
/// <param name="New">Its hash.</param>
/// <param name="Old">The hash of what says the same; null if it says something of its own from now on.</param>
internal sealed record Replacement(string New, string? Old);
