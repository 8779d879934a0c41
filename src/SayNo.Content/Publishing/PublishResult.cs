using SayNo.Content.Fields;

namespace SayNo.Content.Publishing;

/// <summary>What became of publishing, unpublishing or deleting.</summary>
public sealed record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>There is no draft to publish: nothing has changed since the last time, or nothing was ever written.</summary>
    public static PublishResult NoDraft { get; } = Refused([new("", "There is nothing new to publish.")]);

    /// <summary>There is nothing to take away.</summary>
    public static PublishResult NotPublic { get; } = Refused([new("", "It is not public.")]);

    /// <summary>Why nothing was done; empty if it was.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The number of the change; 0 if nothing was done. Wait for it to see what the public sees.</summary>
    public required long Sequence { get; init; }

    public bool IsDone => Sequence > 0;

    internal static PublishResult Done(long sequence) => new() { Problems = [], Sequence = sequence };

    internal static PublishResult Refused(IReadOnlyList<Problem> problems) => new() { Problems = problems, Sequence = 0 };
}
