using SayNo.Content.Fields.Formats;

namespace SayNo.Content.Tests.Fields.Formats;

public sealed class PhoneFormatTests
{
    private readonly PhoneFormat _phone = new();

    [Theory]
    [InlineData("116111", "DE")]
    [InlineData("116000", "PT")]
    [InlineData("147", "AT")]
    [InlineData("112", "FR")]
    [InlineData("999", "GB")]
    [InlineData("122", "BA")]
    [InlineData("08002255530", "DE")]
    [InlineData("08001111", "GB")]
    [InlineData("0680555111", "HU")]
    [InlineData("900202010", "ES")]
    [InlineData("+302106007686", "GR")]
    [InlineData("+4930901820", "DE")]
    public void A_number_that_can_be_dialled_in_the_country_is_accepted(string number, string scope) =>
        Assert.Null(_phone.Problem("Phone", number, scope));

    [Theory]
    [InlineData("147", "DE")]
    [InlineData("999", "DE")]
    [InlineData("112", "BA")]
    [InlineData("112", "RS")]
    [InlineData("08001111", "FR")]
    [InlineData("1234", "PL")]
    public void A_number_of_another_country_is_refused(string number, string scope) =>
        Assert.Contains($"cannot be dialled in {scope}", _phone.Problem("Phone", number, scope), StringComparison.Ordinal);

    [Theory]
    [InlineData("116111")]
    [InlineData("08002255530")]
    public void A_contact_for_every_country_needs_the_country_code(string number) =>
        Assert.Contains("must start with +", _phone.Problem("Phone", number, "EU"), StringComparison.Ordinal);

    [Theory]
    [InlineData("+30210600768")]
    [InlineData("+4412345")]
    [InlineData("+0123456789")]
    [InlineData("+1234567890123456")]
    public void An_international_number_with_the_wrong_count_of_digits_is_refused(string number) =>
        Assert.NotNull(_phone.Problem("Phone", number, "GR"));

    [Theory]
    [InlineData("call us")]
    [InlineData("116 111")]
    [InlineData("116111;ext=1")]
    [InlineData("٠١٢٣٤")]
    [InlineData("+")]
    public void What_is_no_number_is_refused_with_the_text_in_the_sentence(string text) =>
        Assert.Contains(text, _phone.Problem("Phone", text, "DE"), StringComparison.Ordinal);

    [Theory]
    [InlineData(" 116 111 ", "116111")]
    [InlineData("+49 (30) 90-18 20", "+4930901820")]
    [InlineData("0800/22 55 530", "08002255530")]
    [InlineData("\u202A116\u00A0111\u202C", "116111")]
    public void Signs_that_people_write_for_their_eyes_are_taken_out(string typed, string stored) =>
        Assert.Equal(stored, _phone.Normalize(typed));
}
