using System.Collections.Concurrent;
using System.Globalization;

namespace SayNo.Web.Localization;

/// <summary>Names of languages, days and dates as CLDR has them.</summary>
public static class LocaleNames
{
    private static readonly ConcurrentDictionary<(string Locale, string In), string> Names = [];
    private static readonly ConcurrentDictionary<string, string> DatePatterns = [];

    /// <summary>One order of names for readers of every language: Latin, Greek, Cyrillic, Arabic.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: true);

    /// <summary>The name of a language in itself, as it stands in a list.</summary>
    public static string Native(string locale) => Names.GetOrAdd((locale, ""), static key => Capitalised(CultureInfo.GetCultureInfo(key.Locale)));

    /// <summary>The name of a language in another, as it stands within a sentence.</summary>
    public static string In(string locale, string reader) => Names.GetOrAdd((locale, reader), static key => NameIn(key.Locale, key.In));

    /// <summary>Names of languages one after the other, as they stand after a colon.</summary>
    public static string List(IEnumerable<string> locales, string reader) =>
        string.Join(Comma(reader), locales.Select(locale => In(locale, reader)));

    /// <summary>What stands between the parts of a list, with the blank after it.</summary>
    public static string Comma(string reader) => reader.Split('-')[0] is "ar" or "fa" or "ur" ? "، " : ", ";

    /// <summary>Day, month in words and year.</summary>
    public static string Date(DateOnly date, CultureInfo culture) =>
        date.ToString(DatePatterns.GetOrAdd(culture.Name, static (_, one) => WithoutDayOfWeek(one.DateTimeFormat.LongDatePattern), culture), culture);

    /// <summary>Direction of the language's script, as HTML's <c>dir</c> has it.</summary>
    public static string Direction(string locale) => IsRightToLeft(locale) ? "rtl" : "ltr";

    /// <summary>True for languages written from right to left.</summary>
    public static bool IsRightToLeft(string locale) => CultureInfo.GetCultureInfo(locale).TextInfo.IsRightToLeft;

    private static string Capitalised(CultureInfo culture) =>
        culture.NativeName is { Length: > 0 } name ? culture.TextInfo.ToUpper(name[0]) + name[1..] : culture.Name;

    private static string NameIn(string locale, string reader)
    {
        var before = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);

            return CultureInfo.GetCultureInfo(locale).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string WithoutDayOfWeek(string pattern) =>
        pattern.Replace("dddd", "", StringComparison.Ordinal).Replace("'den'", "", StringComparison.Ordinal).Trim(' ', ',', '،');
}
