using SayNo.Admin.Reviewing;

namespace SayNo.Admin.Comparing;

/// <summary>Two versions of a text, field by field. The view <c>_Differences</c> shows them.</summary>
public sealed record Differences
{
    public required IReadOnlyList<FieldDifference> Fields { get; init; }

    /// <summary>The language of what they say; none for what all languages share.</summary>
    public required string? Lang { get; init; }

    /// <summary>What colleagues say about a field; null where that is not shown.</summary>
    public Func<string, FieldComments>? CommentsOn { get; init; }
}
