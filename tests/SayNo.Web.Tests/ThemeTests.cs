using System.IO.Compression;
using System.Text;
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

    [Theory]
    [InlineData("// why\nlet a = 1;\n\n  // more\n  a += 2; // stays\n", "let a = 1;\na += 2; // stays\n")]
    [InlineData("return\n  a;\r\n", "return\na;\n")]
    public void A_script_loses_only_what_its_author_reads_and_keeps_its_lines(string script, string shortened) =>
        Assert.Equal(shortened, InlineScript.Shorten(script));

    [Fact]
    public void The_script_of_every_page_is_less_than_1500_bytes_compressed_and_ends_no_page_early()
    {
        var script = Encoding.UTF8.GetBytes(new SayNoTheme().Script);

        Assert.InRange(Compressed(stream => new BrotliStream(stream, CompressionLevel.SmallestSize), script), 500, 1_499);
        Assert.InRange(Compressed(stream => new GZipStream(stream, CompressionLevel.SmallestSize), script), 500, 1_499);
        Assert.DoesNotContain("</", new SayNoTheme().Script, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", new SayNoTheme().Script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?.")]
    [InlineData("??")]
    [InlineData("async ")]
    [InlineData("...")]
    [InlineData("innerHTML")]
    [InlineData("Storage")]
    [InlineData("cookie")]
    [InlineData("fetch")]
    [InlineData("pushState")]
    public void The_script_has_nothing_that_old_telephones_do_not_understand_and_nothing_that_keeps_or_tells(string word) =>
        Assert.DoesNotContain(word, new SayNoTheme().Script, StringComparison.Ordinal);

    [Fact]
    public void The_style_sheet_names_no_other_file() => Assert.DoesNotContain("url(", new SayNoTheme().Style, StringComparison.Ordinal);

    private static int Compressed(Func<Stream, Stream> compress, byte[] bytes)
    {
        using var result = new MemoryStream();

        using (var stream = compress(result))
        {
            stream.Write(bytes);
        }

        return result.ToArray().Length;
    }
}
