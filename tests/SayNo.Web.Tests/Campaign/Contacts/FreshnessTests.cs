using System.Globalization;
using SayNo.Campaign.Contacts;

namespace SayNo.Web.Tests.Campaign.Contacts;

/// <summary>Rule 6 by the clock of the country: a contact grows old at its midnight, neither two hours later nor a day sooner.</summary>
public sealed class FreshnessTests
{
    // 60 and 90 days later: 2027-01-22 and 2027-02-21.
    private static readonly DateOnly Checked = new(2026, 11, 23);

    [Theory]
    [InlineData("CY", "2027-01-21T21:30:00Z", Freshness.Fresh)]
    [InlineData("CY", "2027-01-21T22:30:00Z", Freshness.Amber)]
    [InlineData("FI", "2027-02-20T21:30:00Z", Freshness.Amber)]
    [InlineData("FI", "2027-02-20T22:30:00Z", Freshness.Red)]
    [InlineData("PT", "2027-01-21T22:30:00Z", Freshness.Fresh)]
    [InlineData("PT", "2027-01-22T00:30:00Z", Freshness.Amber)]
    [InlineData("IS", "2027-02-20T22:30:00Z", Freshness.Amber)]
    [InlineData("IS", "2027-02-21T00:30:00Z", Freshness.Red)]
    public void Age_is_counted_in_days_of_the_country(string country, string now, Freshness expected) =>
        Assert.Equal(expected, ContactFreshness.Of(Checked, country, Moment(now)));

    [Theory]
    [InlineData("FI", "2026-01-28", "2026-03-28T22:00:00Z", "2026-04-27T21:00:00Z")]
    [InlineData("PT", "2026-08-26", "2026-10-24T23:00:00Z", "2026-11-24T00:00:00Z")]
    [InlineData("CY", "2026-08-27", "2026-10-25T22:00:00Z", "2026-11-24T22:00:00Z")]
    public void It_turns_at_the_countrys_midnight_also_when_clocks_change_in_between(string country, string day, params string[] turns)
    {
        var checkedOn = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.All(ContactFreshness.Turns(checkedOn, country), turn => Assert.NotEqual(
            ContactFreshness.Of(checkedOn, country, turn.AddTicks(-1)), ContactFreshness.Of(checkedOn, country, turn)));
        Assert.Equal(turns.Select(Moment), ContactFreshness.Turns(checkedOn, country));
    }

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
