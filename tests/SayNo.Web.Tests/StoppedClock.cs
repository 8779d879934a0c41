namespace SayNo.Web.Tests;

/// <summary>A clock that shows what a test sets.</summary>
internal sealed class StoppedClock : TimeProvider
{
    /// <summary>At first a Wednesday afternoon, when most helplines answer.</summary>
    public DateTime Now { get; set; } = new(2026, 11, 25, 15, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
