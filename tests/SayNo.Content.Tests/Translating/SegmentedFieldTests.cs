using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Translating;

namespace SayNo.Content.Tests.Translating;

public sealed class SegmentedFieldTests
{
    [Theory]
    [InlineData("Stop", "Stop")]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    [InlineData("  Stop\n", "Stop")]
    [InlineData("One.\n\nTwo.", "One.|Two.")]
    [InlineData("## Head\nText\nover two lines\n\n\n- a\n- b\n\n- c\n\n1. x\n2. y\n\n> quote\n> on\n\n---\n\nend", "## Head|Text⏎over two lines|- a⏎- b⏎⏎- c|1. x⏎2. y|> quote⏎> on|---|end")]
    [InlineData("One.\r\n\r\nTwo.\r\n", "One.|Two.")]
    [InlineData("```\ncode\n\ncode\n```\nafter", "```⏎code⏎⏎code⏎```|after")]
    [InlineData("    indented\n\n    code\n\ntext", "indented⏎⏎    code|text")]
    [InlineData("<b>no HTML</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |", "<b>no HTML</b>|| a | b |⏎|---|---|⏎| 1 | 2 |")]
    [InlineData("See [here][1].\n\n[1]: https://example.org/\n\nMore", "See [here][1].⏎⏎[1]: https://example.org/|More")]
    public void A_text_is_cut_into_the_blocks_of_Markdown(string text, string expected)
    {
        var cut = SegmentedField.Of("Body", JsonElement.Parse(JsonSerializer.Serialize(text)));

        Assert.Equal(expected, string.Join('|', cut.Segments.Select(segment => segment.Text.ReplaceLineEndings("⏎"))));
        Assert.Equal(Enumerable.Range(0, cut.Segments.Count), cut.Segments.Select(segment => segment.Index));
        Assert.Equal(text.Trim().Length == 0 ? null : text, (string?)cut.Join([.. cut.Segments.Select(Piece)], cut));
    }

    [Fact]
    public void A_list_is_cut_into_its_entries_and_a_number_not_at_all()
    {
        var list = SegmentedField.Of("Words", JsonElement.Parse("""["one","two"]"""));
        var link = SegmentedField.Of("Link", JsonElement.Parse("""{"Url":"https://example.org/","Text":"here"}"""));

        Assert.Equal(["one", "two"], list.Segments.Select(segment => segment.Text));
        Assert.Equal("""["one","two"]""", list.Join([.. list.Segments.Select(Piece)], list)!.ToJsonString());
        Assert.False(Assert.Single(link.Segments).IsText);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(link.Segments[0].Text), link.Join([Piece(link.Segments[0])], link)));
    }

    [Fact]
    public void Any_text_comes_back_as_it_was()
    {
        var random = new Random(4711);
        string[] parts = ["- a", "1. b", "# c", "\n", "\n\n", "\r\n", "  ", "    d", "> e", "```", "---", "| a | b |", "|-|-|", "[x]: /y", "text", "*f*", "\t", "<div>", "\\"];

        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)]));
            var cut = SegmentedField.Of("Body", JsonElement.Parse(JsonSerializer.Serialize(text)));

            Assert.Equal(text.Trim().Length == 0 ? null : text, (string?)cut.Join([.. cut.Segments.Select(Piece)], cut));
            Assert.All(cut.Segments, segment => Assert.NotEqual("", segment.Text.Trim()));
        }
    }

    private static SegmentPiece Piece(Segment segment) => new(segment.Text, segment.Index, segment.Index + 1);
}
