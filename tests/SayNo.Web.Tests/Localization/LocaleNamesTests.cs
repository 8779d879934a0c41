using System.Globalization;
using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class LocaleNamesTests
{
    [Theory]
    [InlineData("en", "November 22, 2026")]
    [InlineData("de", "22. November 2026")]
    [InlineData("da", "22. november 2026")]
    [InlineData("hu", "2026. november 22.")]
    [InlineData("lt", "2026 m. lapkričio 22 d.")]
    [InlineData("bg", "22 ноември 2026\u202Fг.")]
    [InlineData("es", "22 de noviembre de 2026")]
    public void A_date_is_written_as_in_the_language(string locale, string text) =>
        Assert.Equal(text, LocaleNames.Date(new(2026, 11, 22), CultureInfo.GetCultureInfo(locale)));

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
    public void A_language_has_a_name_in_itself(string locale, string name) => Assert.Equal(name, LocaleNames.Native(locale));

    [Theory]
    [InlineData("en", "de", "Englisch")]
    [InlineData("de", "fr", "allemand")]
    public void A_language_has_a_name_in_another(string locale, string reader, string name) => Assert.Equal(name, LocaleNames.In(locale, reader));
}
