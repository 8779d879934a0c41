using SayNo.Theme;

namespace SayNo.Web.Tests;

public sealed class ThemeTests
{
    [Theory]
    [InlineData("SayNo", true)]
    [InlineData("../Other", false)]
    [InlineData("Say No", false)]
    [InlineData("Say.No", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_name_is_letters_and_digits_so_that_it_leads_out_of_no_folder(string? name, bool isName) => Assert.Equal(isName, Web.Theme.IsName(name));

    [Theory]
    [InlineData("a { color : red; }\n/* note */\nb > c,\n d { margin: 0 auto; }", "a{color :red}b>c,d{margin:0 auto}")]
    [InlineData("a::after { content: \" /* kept */ \" attr(href); }", "a::after{content:\" /* kept */ \" attr(href)}")]
    [InlineData("a :focus { inset: calc(1px + 2px); }", "a :focus{inset:calc(1px + 2px)}")]
    public void A_style_sheet_loses_only_what_its_author_reads(string css, string minified) => Assert.Equal(minified, StyleSheet.Minify(css));

    [Fact]
    public void The_style_sheet_names_no_other_file() => Assert.DoesNotContain("url(", new SayNoTheme().Style, StringComparison.Ordinal);
}
