namespace SayNo.Content.Tests;

public sealed class FoldedTests
{
    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("Đurđevac", "durdevac")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Ħal Għaxaq", "hal ghaxaq")]
    [InlineData("Þórður", "thordur")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Français", "FRANCAIS")]
    [InlineData("ąčęėįšųūž", "aceeisuuz")]
    [InlineData("İstanbul Diyarbakır", "istanbul diyarbakir")]
    [InlineData("Αστυνομία", "ΑΣΤΥΝΟΜΙΑ")]
    [InlineData("Λόγος ϊ", "λογοσ ι")]
    [InlineData("Полиций Ёлка", "полиции елка")]
    [InlineData("Україна ґрунт", "украіна грунт")]
    [InlineData("ѓ ќ ў", "г к у")]
    [InlineData("أَلمانيا إلى آن", "المانيا الي ان")]
    [InlineData("شرطـــة", "شرطه")]
    [InlineData("ٱلشرطة", "الشرطه")]
    [InlineData("١١٢", "112")]
    [InlineData("۱۱۲", "112")]
    public void What_people_type_without_its_strokes_is_the_same(string written, string typed) =>
        Assert.Equal(Folded.Of(typed), Folded.Of(written));

    [Theory]
    [InlineData("İ", "i")]
    [InlineData("ς", "σ")]
    [InlineData("ґ", "г")]
    [InlineData("", "")]
    public void A_letter_becomes_the_plainest_of_its_kind(string written, string folded) => Assert.Equal(folded, Folded.Of(written));

    [Theory]
    [InlineData("т", "t")]
    [InlineData("а", "a")]
    [InlineData("п", "б")]
    public void Letters_that_only_look_or_sound_alike_stay_apart(string one, string other) => Assert.NotEqual(Folded.Of(one), Folded.Of(other));
}
