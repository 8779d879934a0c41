using System.Collections.Frozen;

namespace SayNo.Content;

/// <summary>The time that people of a country read on their clocks: of its capital, where it has several.</summary>
public static class TimeZones
{
    private const string OfCampaign = "Europe/Brussels";

    // One city has two names in the zone database, of which a machine may know only one.
    private static readonly FrozenDictionary<string, string> OtherNames =
        new Dictionary<string, string> { ["Europe/Kyiv"] = "Europe/Kiev" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByCountry = new Dictionary<string, string>
    {
        ["AD"] = "Europe/Andorra",
        ["AL"] = "Europe/Tirane",
        ["AM"] = "Asia/Yerevan",
        ["AT"] = "Europe/Vienna",
        ["AZ"] = "Asia/Baku",
        ["BA"] = "Europe/Sarajevo",
        ["BE"] = "Europe/Brussels",
        ["BG"] = "Europe/Sofia",
        ["BY"] = "Europe/Minsk",
        ["CH"] = "Europe/Zurich",
        ["CY"] = "Asia/Nicosia",
        ["CZ"] = "Europe/Prague",
        ["DE"] = "Europe/Berlin",
        ["DK"] = "Europe/Copenhagen",
        ["EE"] = "Europe/Tallinn",
        ["ES"] = "Europe/Madrid",
        ["FI"] = "Europe/Helsinki",
        ["FR"] = "Europe/Paris",
        ["GB"] = "Europe/London",
        ["GE"] = "Asia/Tbilisi",
        ["GR"] = "Europe/Athens",
        ["HR"] = "Europe/Zagreb",
        ["HU"] = "Europe/Budapest",
        ["IE"] = "Europe/Dublin",
        ["IS"] = "Atlantic/Reykjavik",
        ["IT"] = "Europe/Rome",
        ["LI"] = "Europe/Vaduz",
        ["LT"] = "Europe/Vilnius",
        ["LU"] = "Europe/Luxembourg",
        ["LV"] = "Europe/Riga",
        ["MC"] = "Europe/Monaco",
        ["MD"] = "Europe/Chisinau",
        ["ME"] = "Europe/Podgorica",
        ["MK"] = "Europe/Skopje",
        ["MT"] = "Europe/Malta",
        ["NL"] = "Europe/Amsterdam",
        ["NO"] = "Europe/Oslo",
        ["PL"] = "Europe/Warsaw",
        ["PT"] = "Europe/Lisbon",
        ["RO"] = "Europe/Bucharest",
        ["RS"] = "Europe/Belgrade",
        ["SE"] = "Europe/Stockholm",
        ["SI"] = "Europe/Ljubljana",
        ["SK"] = "Europe/Bratislava",
        ["SM"] = "Europe/San_Marino",
        ["TR"] = "Europe/Istanbul",
        ["UA"] = "Europe/Kyiv",
        ["VA"] = "Europe/Vatican",
        ["XK"] = "Europe/Belgrade",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The countries whose time is known, by their codes.</summary>
    public static IReadOnlyCollection<string> Countries => ByCountry.Keys;

    /// <summary>The zone of a scope; UTC on a machine without a zone database, so show the zone's name beside a moment.</summary>
    /// <param name="scope"><c>EU</c>, or a country; one that is not known has the campaign's time.</param>
    public static TimeZoneInfo Of(string scope)
    {
        var name = ByCountry.GetValueOrDefault(scope, OfCampaign);

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            || (OtherNames.GetValueOrDefault(name) is { } other && TimeZoneInfo.TryFindSystemTimeZoneById(other, out zone))
            ? zone
            : TimeZoneInfo.Utc;
    }

    /// <summary>The day that it is somewhere at a moment.</summary>
    /// <param name="scope"><c>EU</c>, or a country.</param>
    /// <param name="utc">The moment, UTC.</param>
    public static DateOnly DayOf(string scope, DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Of(scope)));

    /// <summary>The moment at which a day begins somewhere, UTC.</summary>
    /// <param name="scope"><c>EU</c>, or a country.</param>
    /// <param name="day">The day.</param>
    public static DateTime StartOf(string scope, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Not ConvertTimeToUtc: it throws where clocks are put forward at midnight, as some countries have done.
        return DateTime.SpecifyKind(midnight - Of(scope).GetUtcOffset(midnight), DateTimeKind.Utc);
    }
}
