namespace SayNo.Content.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Don't pay!", "Don|t|pay")]
    [InlineData("  116 111 – ДАЗД ", "116|111|ДАЗД")]
    [InlineData("зв'язок, зв’язок, звʼязок", "зв|язок|зв|язок|зв|язок")]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData("😀 a😀b", "a|b")]
    [InlineData("الشرطة، ١١٢", "الشرطة|١١٢")]
    [InlineData("!?", "")]
    [InlineData("", "")]
    public void A_text_of_every_script_is_taken_apart_where_its_words_end(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words.Of(text).Select(word => text.Substring(word.Start, word.Length))));

    [Theory]
    [InlineData("Don't pay", "don|t|dont|pay")]
    [InlineData("e-mail", "e|mail|email")]
    [InlineData("'no' - yes", "no|yes")]
    [InlineData("الشرطة", "الشرطه|شرطه")]
    [InlineData("l'image", "l|image|limage")]
    public void A_text_is_found_in_one_piece_and_in_parts(string text, string forms) => Assert.Equal(forms, string.Join('|', Words.Forms(text)));
}
