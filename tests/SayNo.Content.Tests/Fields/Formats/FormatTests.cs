using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Tests.Fields.Formats;

public sealed class FormatTests
{
    [Theory]
    [InlineData("24/7")]
    [InlineData("Mo-Fr 08:00-22:00")]
    [InlineData("Mo,We,Fr 09:00-14:00; Tu,Th 15:00-20:00")]
    [InlineData("Sa,Su 11:00-24:00")]
    [InlineData("Fr-Mo 00:00-24:00")]
    public void Opening_hours_in_the_short_form_are_accepted(string hours) =>
        Assert.Null(new OpeningHoursFormat().Problem("Opening hours", hours, "DE"));

    [Theory]
    [InlineData("always")]
    [InlineData("Mo-Fr 8:00-22:00")]
    [InlineData("Mo-Fr 22:00-08:00")]
    [InlineData("Mo-Fr 08:00-24:30")]
    [InlineData("Mo,Mo 08:00-09:00")]
    [InlineData("Xx 08:00-09:00")]
    [InlineData("Mo-Fr 08:00-22:00;")]
    public void Other_opening_hours_are_refused_with_an_example(string hours) =>
        Assert.Contains("Mo-Fr 08:00-22:00", new OpeningHoursFormat().Problem("Opening hours", hours, "DE"), StringComparison.Ordinal);

    [Fact]
    public void Opening_hours_over_the_end_of_the_week_are_read_day_by_day()
    {
        Assert.True(OpeningHoursFormat.TryRead("Sa-Mo 10:00-18:30", out var rules));

        var rule = Assert.Single(rules);
        Assert.Equal([5, 6, 0], rule.Days);
        Assert.Equal((600, 1110), (rule.Opens, rule.Closes));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("de-AT")]
    [InlineData("sr-Latn")]
    [InlineData("sr-Latn-ME")]
    public void A_language_tag_in_canonical_case_is_accepted(string tag) =>
        Assert.Null(new LanguageFormat().Problem("Language", tag, "EU"));

    [Theory]
    [InlineData("DE")]
    [InlineData("sr-latn")]
    [InlineData("no")]
    [InlineData("german")]
    [InlineData("../de")]
    public void Another_language_tag_is_refused(string tag) =>
        Assert.NotNull(new LanguageFormat().Problem("Language", tag, "EU"));

    [Theory]
    [InlineData("UK")]
    [InlineData("EL")]
    [InlineData("de")]
    [InlineData("Germany")]
    public void A_country_code_that_is_none_is_refused(string code) =>
        Assert.NotNull(new CountryFormat().Problem("Country", code, "EU"));

    [Theory]
    [InlineData("help@police.example", true)]
    [InlineData("Police <help@police.example>", false)]
    [InlineData("help@localhost", false)]
    [InlineData("help police@example.org", false)]
    [InlineData("a@b.example\r\nBcc: c@d.example", false)]
    public void One_plain_e_mail_address_is_asked_for(string text, bool isAccepted) =>
        Assert.Equal(isAccepted, new EmailFormat().Problem("E-mail", text, "DE") is null);
}
