namespace SayNo.Content.Publishing;

/// <summary>Wakes the schedule of this node when something was put into it, so that it need not wait for its next look.</summary>
public sealed class ScheduleSignal
{
    private readonly ChangeSignal _signal = new();

    public void Set() => _signal.Set();

    /// <summary>The next <see cref="Set"/>. Take it before looking, else one that comes in between is missed.</summary>
    public Task Next => _signal.Next;
}
