namespace SayNo.Content.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("germny", "germany")]
    [InlineData("polcie", "police")]
    [InlineData("helpp", "help")]
    [InlineData("blakmial", "blackmail")]
    [InlineData("αστινομια", "αστυνομια")]
    [InlineData("плоиция", "полиция")]
    public void One_slip_in_a_short_word_and_two_in_a_long_one_are_forgiven(string typed, string meant) => Assert.True(Spelling.IsClose(typed, meant));

    [Theory]
    [InlineData("pay", "say")]
    [InlineData("chat", "what's")]
    [InlineData("polcei", "policy")]
    [InlineData("blkmal", "blackmail")]
    [InlineData("gremnya", "germany")]
    public void More_than_that_is_another_word(string typed, string other) => Assert.False(Spelling.IsClose(typed, other));

    [Theory]
    [InlineData("pictures", "picture", true)]
    [InlineData("снимките", "снимка", true)]
    [InlineData("police", "political", false)]
    [InlineData("paid", "pay", false)]
    public void Words_of_one_stem_differ_in_their_endings_only(string typed, string word, bool isSame) => Assert.Equal(isSame, Spelling.IsSameStem(typed, word));
}
