using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Contributing;

public sealed partial class GuideTests
{
    [Fact]
    public void Every_piece_of_code_in_the_guide_is_the_file_that_it_names()
    {
        var blocks = Block().Matches(Repository.Read("CONTRIBUTING.md"));

        Assert.Equal(6, blocks.Count);
        Assert.All(blocks, block => Assert.Equal(Repository.Read(block.Groups["file"].Value), block.Groups["text"].Value));
    }

    [Fact]
    public void Every_file_that_the_guide_links_to_is_there() =>
        Assert.All(Link().Matches(Repository.Read("CONTRIBUTING.md")), link => Assert.True(File.Exists(Repository.Path(link.Groups["file"].Value))));

    [GeneratedRegex(@"^```\w+ file=(?<file>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<file>[^):#]+)\)")]
    private static partial Regex Link();
}
