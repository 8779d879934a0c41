namespace SayNo.Content.Tests;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("Do not pay", "do-not-pay")]
    [InlineData("  Zahle nicht – auch nicht „nur einmal“! ", "zahle-nicht-auch-nicht-nur-einmal")]
    [InlineData("N’envoie rien de plus", "nenvoie-rien-de-plus")]
    [InlineData("Straße, Łódź, Århus", "strasse-lodz-arhus")]
    [InlineData("Μίλα με κάποιον", "mila-me-kapoion")]
    [InlineData("Не плащай", "ne-plashtai")]
    [InlineData("Њих ђак", "njih-djak")]
    [InlineData("116 111", "116-111")]
    [InlineData("日本", "")]
    [InlineData("!?", "")]
    public void A_name_for_addresses_is_made_of_a_title_in_any_script_of_Europe(string title, string slug) =>
        Assert.Equal(slug, Slugs.Propose(title));

    [Fact]
    public void A_long_title_is_cut_to_what_fits()
    {
        var slug = Slugs.Propose(string.Join(' ', Enumerable.Repeat("word", 60)));

        Assert.True(Slugs.IsValid(slug), slug);
    }
}
