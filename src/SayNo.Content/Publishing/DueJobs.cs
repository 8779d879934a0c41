using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>One kind of what happens by itself. The <see cref="ScheduleRunner"/> takes from all of them whatever is due first.</summary>
public abstract class DueJobs
{
    /// <summary>What its jobs are, for the log.</summary>
    public abstract string Name { get; }

    /// <summary>The waiting job whose turn comes first; none if nothing waits.</summary>
    /// <param name="tried">Jobs that were tried in this round: they wait for the next, so that none can keep the others.</param>
    /// <param name="ct">Ends the look.</param>
    public abstract Task<DueJob?> NextAsync(IReadOnlySet<string> tried, CancellationToken ct);

    /// <summary>Does a job, if it still waits.</summary>
    /// <returns>Why it cannot be done as things are; empty if it was done.</returns>
    public abstract Task<IReadOnlyList<Problem>> RunAsync(DueJob job, CancellationToken ct);

    /// <summary>Leaves a job to people, within the transaction of the context.</summary>
    /// <returns>False if another node was quicker, or somebody has called it off meanwhile.</returns>
    public abstract Task<bool> StopAsync(CmsDb db, DueJob job, string sentence, DateTime at, CancellationToken ct);

    /// <summary>Tries a job again later, within the transaction of the context.</summary>
    public abstract Task PostponeAsync(CmsDb db, DueJob job, int attempts, DateTime again, string sentence, CancellationToken ct);
}

/// <summary>Something that shall happen by itself.</summary>
/// <param name="Queue">The <see cref="DueJobs.Name"/> of its queue.</param>
/// <param name="Id">Its id there.</param>
/// <param name="About">What it is about, for the log.</param>
/// <param name="DueAt">When it was to happen, UTC.</param>
/// <param name="NextTryAt">When it is tried next, UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record DueJob(string Queue, string Id, string About, DateTime DueAt, DateTime NextTryAt, int Attempts);
