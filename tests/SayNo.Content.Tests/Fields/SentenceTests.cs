using SayNo.Content.Fields;

namespace SayNo.Content.Tests.Fields;

public sealed class SentenceTests
{
    [Fact]
    public void A_sentence_knows_its_pattern_and_its_values()
    {
        Sentence sentence = $"{"Title"} has {61} characters; at most {60} fit.";

        Assert.Equal("{0} has {1} characters; at most {2} fit.", sentence.Pattern);
        Assert.Equal(["Title", 61, 60], sentence.Values);
        Assert.Equal("Title has 61 characters; at most 60 fit.", sentence.ToString());
    }

    [Fact]
    public void Curly_brackets_of_a_text_stay_as_they_are()
    {
        Sentence plain = "A {0} that nobody fills";
        Sentence filled = $"{{0}} is not a place, {"{1}"} is a value";

        Assert.Equal("A {0} that nobody fills", plain.ToString());
        Assert.Equal("{0} is not a place, {1} is a value", filled.ToString());
    }

    [Fact]
    public void What_checks_of_a_field_say_can_be_translated()
    {
        var title = new TextField { Name = "Title", Required = true, MaxLength = 3 };

        Assert.Equal("{0} is missing. Please fill it in.", Assert.Single(title.Problems(null, "DE")).Pattern);
        Assert.Contains("{0}", Assert.Single(title.Problems(System.Text.Json.JsonElement.Parse("\"four\""), "DE")).Pattern, StringComparison.Ordinal);
    }
}
