using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SayNo.Content.Storage;

/// <summary>Moments are stored in UTC and in microseconds, which is what both databases keep.</summary>
public sealed class UtcMoment() : ValueConverter<DateTime, DateTime>(
    moment => Stored(moment),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    /// <summary>The moment as it will be read again.</summary>
    public static DateTime Stored(DateTime moment)
    {
        var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc);

        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
