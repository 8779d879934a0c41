using System.Globalization;
using SayNo.Content;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>Says moments on the screens of the admin: in the time of the country that they are about, with the name of its zone.</summary>
public static class Moments
{
    /// <summary>Day, month in words, year, time and zone: a month in digits is read differently on the two sides of the Channel.</summary>
    public static string Text(DateTime utc, string scope, PoLocalizer l)
    {
        // From UTC: in the night when clocks are put back, two hours of one name differ in this alone.
        var offset = TimeZones.Of(scope).GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        var local = utc + offset;

        return string.Create(
            CultureInfo.InvariantCulture, $"{LocaleNames.Date(DateOnly.FromDateTime(local), l.Culture)}, {local:HH:mm} ({Name(offset)})");
    }

    /// <summary>As a machine reads it, for <c>datetime</c>.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // Abbreviations of zones differ from language to language and mean several zones; the distance from UTC means one.
    private static string Name(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:h\\:mm}");
}
