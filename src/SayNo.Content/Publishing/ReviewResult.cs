using SayNo.Content.Fields;

namespace SayNo.Content.Publishing;

/// <summary>What became of a step of the review, or of another act that need not change what is public.</summary>
public sealed record ReviewResult
{
    private ReviewResult()
    {
    }

    /// <summary>Why nothing was done; empty if it was.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The number of the change, if the public sees one; else 0.</summary>
    public long Sequence { get; private init; }

    public bool IsDone => Problems.Count == 0;

    internal static ReviewResult Done(long sequence = 0) => new() { Problems = [], Sequence = sequence };

    internal static ReviewResult Refused(params IReadOnlyList<Problem> problems) => new() { Problems = problems };
}
