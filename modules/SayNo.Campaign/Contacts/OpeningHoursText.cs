using System.Globalization;
using SayNo.Content.Fields.Formats;
using SayNo.Web.Localization;

namespace SayNo.Campaign.Contacts;

/// <summary>Writes opening hours as people read them.</summary>
public static class OpeningHoursText
{
    private const int MinutesOfDay = 24 * 60;

    public static bool IsAlways(string hours) => hours == OpeningHoursFormat.Always;

    /// <summary>Such as <c>Mo–Fr 08:00–22:00</c> with the days of the language.</summary>
    public static string Of(string hours, CultureInfo culture) =>
        OpeningHoursFormat.TryRead(hours, out var rules) ? string.Join("; ", rules.Select(rule => Of(rule, culture))) : hours;

    /// <summary>When somebody opens or closes: <c>08:00</c>, or <c>Mo 08:00</c> if the day must be said too.</summary>
    public static string Of(OpenState state, CultureInfo culture)
    {
        var minutes = (int)state.Turn.TimeOfDay.TotalMinutes;

        if (state is { IsOpen: true, IsWithinADay: true })
        {
            return Time(minutes == 0 ? MinutesOfDay : minutes);
        }

        return state is { IsOpen: false, IsToday: true } ? Time(minutes) : $"{culture.DateTimeFormat.GetAbbreviatedDayName(state.Turn.DayOfWeek)} {Time(minutes)}";
    }

    private static string Of(OpeningRule rule, CultureInfo culture) => $"{Days(rule.Days, culture)} {Time(rule.Opens)}–{Time(rule.Closes)}";

    private static string Days(IReadOnlyList<int> days, CultureInfo culture)
    {
        var parts = new List<string>();

        for (var first = 0; first < days.Count;)
        {
            var last = first;

            while (last + 1 < days.Count && days[last + 1] == days[last] + 1)
            {
                last++;
            }

            // Two days in a row read better one by one.
            parts.Add(last - first >= 2 ? $"{Name(days[first], culture)}–{Name(days[last], culture)}" : Name(days[first], culture));
            first = last - first >= 2 ? last + 1 : first + 1;
        }

        return string.Join(LocaleNames.Comma(culture.Name), parts);
    }

    // The format counts from Monday, .NET from Sunday.
    private static string Name(int day, CultureInfo culture) => culture.DateTimeFormat.AbbreviatedDayNames[(day + 1) % 7];

    private static string Time(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
