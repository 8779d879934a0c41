using System.Globalization;

namespace SayNo.Content.Tests;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("FI", "2026-11-23T21:30:00Z", "2026-11-23")]
    [InlineData("FI", "2026-11-23T22:30:00Z", "2026-11-24")]
    [InlineData("CY", "2026-11-23T22:30:00Z", "2026-11-24")]
    [InlineData("PT", "2026-11-23T22:30:00Z", "2026-11-23")]
    [InlineData("PT", "2026-11-24T00:30:00Z", "2026-11-24")]
    [InlineData("PT", "2026-07-23T23:30:00Z", "2026-07-24")]
    [InlineData("IS", "2026-07-23T23:30:00Z", "2026-07-23")]
    [InlineData("EU", "2026-11-23T23:30:00Z", "2026-11-24")]
    public void A_day_is_the_one_that_people_there_have(string scope, string moment, string day) =>
        Assert.Equal(Day(day), TimeZones.DayOf(scope, Moment(moment)));

    [Theory]
    [InlineData("FI", "2026-11-24", "2026-11-23T22:00:00Z")]
    [InlineData("PT", "2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("PT", "2026-07-24", "2026-07-23T23:00:00Z")]
    [InlineData("IS", "2026-07-24", "2026-07-24T00:00:00Z")]
    [InlineData("FI", "2026-03-29", "2026-03-28T22:00:00Z")]
    [InlineData("FI", "2026-03-30", "2026-03-29T21:00:00Z")]
    [InlineData("CY", "2026-10-25", "2026-10-24T21:00:00Z")]
    [InlineData("CY", "2026-10-26", "2026-10-25T22:00:00Z")]
    public void A_day_begins_at_midnight_there_also_where_clocks_change(string scope, string day, string moment)
    {
        Assert.Equal(Moment(moment), TimeZones.StartOf(scope, Day(day)));
        Assert.Equal(DateTimeKind.Utc, TimeZones.StartOf(scope, Day(day)).Kind);
        Assert.Equal(Day(day), TimeZones.DayOf(scope, Moment(moment)));
        Assert.Equal(Day(day).AddDays(-1), TimeZones.DayOf(scope, Moment(moment).AddSeconds(-1)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
