using SayNo.Campaign.Texts;
using SayNo.Content.Reading;

namespace SayNo.Web.Tests.Campaign;

public sealed class ReadingTests
{
    [Fact]
    public void No_text_of_the_campaign_is_hard_to_read_or_says_what_it_never_should()
    {
        var advice = new ReadingAdvice(CampaignWords.Read());
        var picture = RecipePicture.Campaign;

        var found = from item in picture.All
                    from field in picture.Types[item.Type].Fields.Where(ReadingAdvice.IsFor)
                    from version in item.Locales
                    let text = version.Value.Values[field.Name]?.GetString()
                    where text is not null
                    from sentence in advice.Of(field.Name, text, version.Key)
                    select $"{item.Type} {item.Scope} {item.Slug} {version.Key} {field.Name}: {sentence}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("en", "You should not have sent it.")]
    [InlineData("en", "Now delete the chat.")]
    [InlineData("en", "Take a screenshot of the nude picture.")]
    [InlineData("de", "Wer so etwas schickt, ist selbst schuld.")]
    [InlineData("fr", "Tu n’aurais pas dû l'envoyer.")]
    [InlineData("el", "Φταις εσύ.")]
    [InlineData("ar", "هذا ذنبك.")]
    public void Words_that_hurt_or_destroy_proof_are_found(string locale, string text) =>
        Assert.Single(CampaignWords.Read().In(text, locale));

    [Fact]
    public void Words_are_listed_for_every_language_of_the_campaign()
    {
        var listed = CampaignWords.Read().Groups.SelectMany(one => one.Words.Keys).ToHashSet();

        Assert.Empty(RecipePicture.Campaign.All.SelectMany(item => item.Locales.Keys).Except(listed));
    }
}
