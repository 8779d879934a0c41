namespace SayNo.Web.Tests.Accounts;

/// <summary>The real clock, moved forward by as much as a test says.</summary>
public sealed class LateClock : TimeProvider
{
    private TimeSpan _late;

    public void Wait(TimeSpan time) => _late += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _late;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_late.TotalSeconds * TimestampFrequency);
}
