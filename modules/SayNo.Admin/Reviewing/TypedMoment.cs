using System.Globalization;
using SayNo.Content.Fields;
using SayNo.Web.Localization;

namespace SayNo.Admin.Reviewing;

/// <summary>A moment as an editor types it, in the time that people of the country read on their clocks.</summary>
/// <param name="Day">As browsers send it, or as it is written in the editor's language.</param>
/// <param name="Time">Hours and minutes.</param>
/// <param name="Turn">In the night when clocks are put back: which of the two hours of one name.</param>
public sealed record TypedMoment(string? Day, string? Time, string? Turn)
{
    public const string First = "first";
    public const string Second = "second";

    public const string DayInput = "Day";
    public const string TimeInput = "Time";

    private static readonly string[] Hours = ["HH:mm", "H:mm", "HH:mm:ss"];

    public MomentReading Read(TimeZoneInfo zone, PoLocalizer l)
    {
        if (!DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            && !DateOnly.TryParse(Day, l.Culture, DateTimeStyles.AllowWhiteSpaces, out day))
        {
            return MomentReading.Refused(DayInput, l["Say on which day, such as {0}.", new DateOnly(2030, 1, 31).ToString("d", l.Culture)]);
        }

        if (!TimeOnly.TryParseExact(Time?.Trim(), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return MomentReading.Refused(TimeInput, l["Say at what time, such as {0}.", "08:30"]);
        }

        var local = day.ToDateTime(time, DateTimeKind.Unspecified);

        // At the ends of the calendar there is no moment in UTC to every one on a clock.
        return local.Year is < 1900 or > 2900
            ? MomentReading.Refused(DayInput, l["The year {0} is too far away.", local.Year])
            : Read(local, zone, l);
    }

    // The zone's own words about such nights are wrong for Ireland, whose winter time counts as the exception: only its way from UTC is asked.
    private MomentReading Read(DateTime local, TimeZoneInfo zone, PoLocalizer l)
    {
        var asUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (zone.GetUtcOffset(asUtc.AddDays(-1)), zone.GetUtcOffset(asUtc.AddDays(1)));
        DateTime[] moments = [.. new[] { asUtc - before, asUtc - after }.Distinct().Where(utc => utc + zone.GetUtcOffset(utc) == asUtc).Order()];

        if (moments.Length == 0)
        {
            var change = Change(asUtc - after, after, zone);

            return MomentReading.Refused(TimeInput, l[
                "In that night the clocks are put forward from {0} to {1}, so there is no {2}. Choose another time.",
                Text(change + before), Text(change + after), Text(local)]);
        }

        return (moments.Length, Turn) switch
        {
            (1, _) => new(moments[0], [], []),
            (_, First) => new(moments[0], [], moments),
            (_, Second) => new(moments[1], [], moments),
            _ => MomentReading.Refused(
                TimeInput, l["In that night the clocks are put back, and {0} comes twice. Choose which of them you mean.", Text(local)]) with
            { Twice = moments },
        };
    }

    private static DateTime Change(DateTime utc, TimeSpan after, TimeZoneInfo zone)
    {
        while (zone.GetUtcOffset(utc) != after)
        {
            utc = utc.AddMinutes(1);
        }

        return utc;
    }

    private static string Text(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>What a typed moment means.</summary>
/// <param name="Utc">The moment; none if it cannot be told.</param>
/// <param name="Problems">Why it cannot; empty if it can.</param>
/// <param name="Twice">In the night when clocks are put back: both moments of that name.</param>
public sealed record MomentReading(DateTime? Utc, IReadOnlyList<Problem> Problems, IReadOnlyList<DateTime> Twice)
{
    internal static MomentReading Refused(string input, string sentence) => new(null, [new(input, sentence)], []);
}
