using SayNo.Content;
using SayNo.Content.Fields.Formats;

namespace SayNo.Campaign.Contacts;

/// <summary>Whether somebody answers at one moment, and how long that holds.</summary>
/// <param name="IsOpen">True if somebody answers.</param>
/// <param name="Since">UTC.</param>
/// <param name="Until">UTC.</param>
/// <param name="Turn">The same as <paramref name="Until"/> in the country's own time.</param>
/// <param name="There">The present moment in the country's own time.</param>
public sealed record OpenState(bool IsOpen, DateTime Since, DateTime Until, DateTime Turn, DateTime There)
{
    private const int Week = 7;

    // More than a week before and after, so that hours of one day a week have a turn on either side.
    private const int Around = Week + 1;

    /// <summary>The same as <see cref="Until"/> for the page's script, in seconds since 1970: a page that is read later takes the words back.</summary>
    public long UntilSeconds => new DateTimeOffset(Until, TimeSpan.Zero).ToUnixTimeSeconds();

    public bool IsToday => Turn.Date == There.Date;

    public bool IsWithinADay => Turn - There <= TimeSpan.FromDays(1);

    /// <summary>Null if it cannot be told: the hours are no data, or they never change.</summary>
    /// <param name="hours">As <see cref="OpeningHoursFormat"/> reads them.</param>
    /// <param name="country">Whose time the hours are in.</param>
    /// <param name="now">UTC.</param>
    public static OpenState? Of(string? hours, string country, DateTime now)
    {
        var zone = TimeZones.Of(country);

        // A machine without a zone database takes every country for UTC, and the campaign has no hour of its own: then nothing is said of it.
        if (hours is null || zone.Equals(TimeZoneInfo.Utc) || !TimeZones.Countries.Contains(country) || !OpeningHoursFormat.TryRead(hours, out var rules))
        {
            return null;
        }

        var there = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var turns = Turns(rules, there.Date).Select(turn => (turn.Opens, There: turn.At, At: ToUtc(turn.At, zone))).ToList();

        // Hours that never end, as on all days from 00:00 to 24:00, have no turn.
        if (turns.FindLast(turn => turn.At <= now) is not { At.Ticks: > 0 } last || turns.Find(turn => turn.At > now) is not { At.Ticks: > 0 } next)
        {
            return null;
        }

        return new(last.Opens, last.At, next.At, next.There, there);
    }

    /// <summary>When it opens and closes around a day, in the country's time; what closes at midnight and opens at once stays open.</summary>
    private static IEnumerable<(bool Opens, DateTime At)> Turns(IReadOnlyList<OpeningRule> rules, DateTime today)
    {
        var spans = Enumerable.Range(-Around, 2 * Around + 1).Select(day => today.AddDays(day))
            .SelectMany(day => rules.Where(rule => rule.Days.Contains(((int)day.DayOfWeek + Week - 1) % Week))
                .Select(rule => (Opens: day.AddMinutes(rule.Opens), Closes: day.AddMinutes(rule.Closes))))
            .OrderBy(span => span.Opens).ToList();

        for (var i = 0; i < spans.Count; i++)
        {
            // What the days beyond would say of the first opening and the last closing is not known here.
            if (i > 0 && spans[i - 1].Closes < spans[i].Opens)
            {
                yield return (true, spans[i].Opens);
            }

            if (i < spans.Count - 1 && spans[i].Closes < spans[i + 1].Opens)
            {
                yield return (false, spans[i].Closes);
            }
        }
    }

    // The hour that a country skips in spring does not exist there: who opens in it opens at its end.
    private static DateTime ToUtc(DateTime there, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(there) ? there.AddHours(1) : there, zone);
}
