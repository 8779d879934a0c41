using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>What became of scheduling something.</summary>
public sealed record ScheduleResult
{
    private ScheduleResult()
    {
    }

    /// <summary>What waits now; none if it was refused.</summary>
    public ScheduledAct? Act { get; private init; }

    /// <summary>Why it was refused; empty if it was not.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    public bool IsDone => Problems.Count == 0;

    internal static ScheduleResult Done(ScheduledAct act) => new() { Act = act, Problems = [] };

    internal static ScheduleResult Refused(params IReadOnlyList<Problem> problems) => new() { Problems = problems };
}
