using System.Globalization;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class LocaleNamesTests
{
    public static TheoryData<string, string> Dates => new()
    {
        { "en", "March 1, 2026" },
        { "ar", "1 مارس 2026" },
        { "bg", "1 март 2026\u202Fг." },
        { "bs", "1. mart 2026." },
        { "cs", "1. března 2026" },
        { "da", "1. marts 2026" },
        { "de", "1. März 2026" },
        { "el", "1 Μαρτίου 2026" },
        { "es", "1 de marzo de 2026" },
        { "et", "1. märts 2026" },
        { "fi", "1. maaliskuuta 2026" },
        { "fr", "1 mars 2026" },
        { "ga", "1 Márta 2026" },
        { "hr", "1. ožujka 2026." },
        { "hu", "2026. március 1." },
        { "is", "1. mars 2026" },
        { "it", "1 marzo 2026" },
        { "lt", "2026 m. kovo 1 d." },
        { "lv", "2026. gada 1. marts" },
        { "mk", "1 март 2026" },
        { "mt", "1 ta’ Marzu 2026" },
        { "nb", "1. mars 2026" },
        { "nl", "1 maart 2026" },
        { "pl", "1 marca 2026" },
        { "pt", "1 de março de 2026" },
        { "ro", "1 martie 2026" },
        { "sk", "1. marca 2026" },
        { "sl", "1. marec 2026" },
        { "sq", "1 mars 2026" },
        { "sr", "1. март 2026." },
        { "sr-Latn", "1. mart 2026." },
        { "sv", "1 mars 2026" },
        { "uk", "1 березня 2026\u202Fр." },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_written_as_in_the_language(string locale, string text) =>
        Assert.Equal(text, LocaleNames.Date(new(2026, 3, 1), CultureInfo.GetCultureInfo(locale)));

    [Fact]
    public void The_date_of_every_language_of_the_campaign_is_known() =>
        Assert.Empty(RecipePicture.Campaign.Locales.Supported.Except(Dates.Select(row => (string)row[0])));

    [Fact]
    public void A_date_never_holds_the_day_of_the_week_or_loose_commas()
    {
        foreach (var locale in RecipePicture.Campaign.Locales.Supported)
        {
            var culture = CultureInfo.GetCultureInfo(locale);
            var text = LocaleNames.Date(new(2026, 11, 22), culture);
            Assert.DoesNotContain(culture.DateTimeFormat.DayNames[0], text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(text.Trim(' ', ','), text);
            Assert.Contains("2026", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", "Français")]
    [InlineData("bg", "Български")]
    [InlineData("sr-Latn", "Srpski (latinica)")]
    [InlineData("ar", "العربية")]
    public void A_language_has_a_name_in_itself(string locale, string name) => Assert.Equal(name, LocaleNames.Native(locale));

    [Theory]
    [InlineData("de", "Deutsch, Englisch")]
    [InlineData("ar", "الألمانية، الإنجليزية")]
    public void Names_of_languages_are_joined_by_the_comma_of_the_reader(string reader, string names) =>
        Assert.Equal(names, LocaleNames.List(["de", "en"], reader));

    [Theory]
    [InlineData("en", "de", "Englisch")]
    [InlineData("de", "fr", "allemand")]
    public void A_language_has_a_name_in_another(string locale, string reader, string name) => Assert.Equal(name, LocaleNames.In(locale, reader));
}
