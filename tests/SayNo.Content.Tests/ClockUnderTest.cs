namespace SayNo.Content.Tests;

/// <summary>A clock that tests set, forwards and backwards; waiting goes on as ever.</summary>
internal sealed class ClockUnderTest : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public DateTime Now => _now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
