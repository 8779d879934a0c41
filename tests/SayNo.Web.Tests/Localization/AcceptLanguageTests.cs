using SayNo.Web.Localization;

namespace SayNo.Web.Tests.Localization;

public sealed class AcceptLanguageTests
{
    private static readonly string[] Site = ["en", "de", "fr", "nb", "ro", "sr", "sr-Latn"];

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de")]
    [InlineData("en;q=0.5, fr;q=0.9", "fr")]
    [InlineData("sv, FR-ca", "fr")]
    [InlineData("no", "nb")]
    [InlineData("nn-NO", "nb")]
    [InlineData("sr-Latn-RS", "sr-Latn")]
    [InlineData("sr-RS", "sr")]
    [InlineData("sh", "sr-Latn")]
    [InlineData("mo-MD", "ro")]
    [InlineData("de;q=0, fr", "fr")]
    public void The_best_language_of_the_browser_is_found(string header, string locale) => Assert.Equal(locale, AcceptLanguage.Best(header, Site));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("ja")]
    [InlineData(";;;,,,")]
    [InlineData("de;q=nine")]
    [InlineData("../../etc/passwd")]
    [InlineData("\u0000\u0001")]
    public void Garbage_and_unknown_languages_find_none(string header) => Assert.Null(AcceptLanguage.Best(header, Site));

    [Fact]
    public void A_header_without_end_finds_none() => Assert.Null(AcceptLanguage.Best(string.Join(',', Enumerable.Repeat("de", 10_000)), Site));
}
