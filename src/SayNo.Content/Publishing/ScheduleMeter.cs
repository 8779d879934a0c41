using System.Diagnostics.Metrics;

namespace SayNo.Content.Publishing;

/// <summary>What the schedule tells about itself: how late it was, and what became of its acts.</summary>
public sealed class ScheduleMeter : IDisposable
{
    /// <summary>The name under which it is found.</summary>
    public const string Name = "SayNo.Schedule";

    private readonly Meter _meter;
    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _acts;

    public ScheduleMeter()
    {
        // Several sites in one process, as in tests, tell their meters apart by the scope.
        _meter = new(new MeterOptions(Name) { Scope = this });
        _lateness = _meter.CreateHistogram<double>("sayno.schedule.lateness", "s", "How long after its moment a scheduled act was done.");
        _acts = _meter.CreateCounter<long>("sayno.schedule.acts", "{act}", "Scheduled acts, by what became of them: done, failed or retried.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Done(TimeSpan late)
    {
        _lateness.Record(late.TotalSeconds);
        Count("done");
    }

    internal void Failed() => Count("failed");

    internal void Retried() => Count("retried");

    private void Count(string outcome) => _acts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
