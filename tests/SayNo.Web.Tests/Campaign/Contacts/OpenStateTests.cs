using System.Globalization;
using SayNo.Campaign.Contacts;

namespace SayNo.Web.Tests.Campaign.Contacts;

/// <summary>R14: whether somebody answers right now, by the clock of the country.</summary>
public sealed class OpenStateTests
{
    private const string Office = "Mo-Fr 08:00-22:00";
    private const string Night = "Mo-Su 00:00-02:00; Mo-Su 20:00-24:00";

    [Theory]
    [InlineData("DE", Office, "2026-11-25T06:59:59Z", false, "08:00")]
    [InlineData("DE", Office, "2026-11-25T07:00:00Z", true, "22:00")]
    [InlineData("GR", Office, "2026-11-25T06:00:00Z", true, "22:00")]
    [InlineData("PT", Office, "2026-11-25T07:59:59Z", false, "08:00")]
    [InlineData("DE", Office, "2026-11-25T20:59:59Z", true, "22:00")]
    [InlineData("DE", Office, "2026-11-25T21:00:00Z", false, "Do 08:00")]
    [InlineData("DE", Office, "2026-11-27T21:00:00Z", false, "Mo 08:00")]
    [InlineData("DE", "Mo-Su 11:00-24:00", "2026-11-25T20:00:00Z", true, "24:00")]
    [InlineData("DE", Night, "2026-11-25T22:30:00Z", true, "02:00")]
    [InlineData("DE", Night, "2026-11-25T01:00:00Z", false, "20:00")]
    [InlineData("DE", "Mo-Fr 00:00-24:00", "2026-11-25T12:00:00Z", true, "Sa 00:00")]
    public void A_helpline_is_open_or_says_when_it_opens(string country, string hours, string now, bool isOpen, string turn)
    {
        var state = OpenState.Of(hours, country, Moment(now))!;

        Assert.Equal(isOpen, state.IsOpen);
        Assert.Equal(turn, OpeningHoursText.Of(state, CultureInfo.GetCultureInfo("de")));
        Assert.True(state.Since <= Moment(now) && Moment(now) < state.Until);
    }

    [Theory]
    [InlineData("2026-03-29T05:59:59Z", false)]
    [InlineData("2026-03-29T06:00:00Z", true)]
    [InlineData("2026-10-25T06:59:59Z", false)]
    [InlineData("2026-10-25T07:00:00Z", true)]
    public void The_hour_that_summer_time_moves_moves_the_opening_too(string now, bool isOpen) =>
        Assert.Equal(isOpen, OpenState.Of("Mo-Su 08:00-22:00", "DE", Moment(now))!.IsOpen);

    [Fact]
    public void An_opening_within_the_hour_that_spring_skips_is_at_the_end_of_it() =>
        Assert.Equal(Moment("2026-03-29T01:30:00Z"), OpenState.Of("Mo-Su 02:30-22:00", "DE", Moment("2026-03-29T00:59:00Z"))!.Until);

    [Theory]
    [InlineData("DE", "24/7")]
    [InlineData("DE", "Mo-Su 00:00-24:00")]
    [InlineData("DE", "Every day until midnight")]
    [InlineData("DE", null)]
    [InlineData("EU", Office)]
    [InlineData("ZZ", Office)]
    public void Nothing_is_said_of_the_hour_where_it_cannot_be_told_or_never_changes(string country, string? hours) =>
        Assert.Null(OpenState.Of(hours, country, Moment("2026-11-25T12:00:00Z")));

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
