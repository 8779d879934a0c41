using System.Globalization;
using SayNo.Admin.Reviewing;
using SayNo.Content.Published;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Admin.Reviewing;

public sealed class TypedMomentTests
{
    private static readonly PoLocalizer English = new PoCatalogs(Path.GetTempPath(), new PublishedContent()).For("en");

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-07-01", "8:05", "2026-07-01T07:05:00Z")]
    [InlineData("Atlantic/Reykjavik", "2026-07-01", "08:05:00", "2026-07-01T08:05:00Z")]
    [InlineData("Europe/Dublin", "2026-01-01", "00:00", "2026-01-01T00:00:00Z")]
    public void A_moment_is_one_in_the_zone_of_the_country(string zone, string day, string time, string utc) =>
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), Read(zone, day, time).Utc);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:00", "02:00 to 03:00")]
    [InlineData("Europe/Berlin", "2026-03-29", "02:59", "02:00 to 03:00")]
    [InlineData("Europe/Lisbon", "2026-03-29", "01:30", "01:00 to 02:00")]
    [InlineData("Europe/Athens", "2026-03-29", "03:30", "03:00 to 04:00")]
    public void A_time_that_is_left_out_names_the_hole(string zone, string day, string time, string hole)
    {
        var reading = Read(zone, day, time);

        Assert.Null(reading.Utc);
        Assert.Contains(hole, Assert.Single(reading.Problems).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25", "02:00", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    public void Of_a_time_that_comes_twice_the_summer_one_is_the_first(string zone, string day, string time, string first, string second)
    {
        var asked = Read(zone, day, time);

        Assert.Null(asked.Utc);
        Assert.Equal([Utc(first), Utc(second)], asked.Twice);
        Assert.Equal(Utc(first), Read(zone, day, time, TypedMoment.First).Utc);
        Assert.Equal(Utc(second), Read(zone, day, time, TypedMoment.Second).Utc);
        Assert.Null(Read(zone, day, time, "third").Utc);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static MomentReading Read(string zone, string day, string time, string? turn = null) =>
        new TypedMoment(day, time, turn).Read(TimeZoneInfo.FindSystemTimeZoneById(zone), English);
}
