using System.Text.RegularExpressions;

namespace SayNo.Architecture.Tests;

public sealed partial class DocumentTests
{
    private static readonly IReadOnlyList<string> Documents =
    [
        .. Directory.GetFiles(House.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories)).Order(),
    ];

    [Fact]
    public void Every_link_and_every_picture_of_the_documents_is_there()
    {
        var broken = from document in Documents
                     from link in LinksOf(document)
                     where !Path.Exists(link.Path) || !AnchorIsThere(link.Path, link.Anchor)
                     select $"{Path.GetRelativePath(House.Root, document)}: {link.Text}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_picture_says_in_words_what_it_shows()
    {
        var silent = from document in Documents
                     from picture in Picture().Matches(File.ReadAllText(document))
                     where string.IsNullOrWhiteSpace(picture.Groups["words"].Value)
                     select $"{Path.GetRelativePath(House.Root, document)}: {picture.Value}";

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_picture_is_shown_in_a_document_or_taken_for_the_front_page()
    {
        var shown = Documents.SelectMany(LinksOf).Select(link => link.Path).ToHashSet(StringComparer.Ordinal);
        var pictures = Directory.GetFiles(Path.Combine(House.Root, "docs", "images", "editors"), "*.png");

        Assert.NotEmpty(pictures);
        Assert.Empty(pictures.Where(picture => !shown.Contains(picture)).Select(picture => Path.GetRelativePath(House.Root, picture)));
    }

    [Fact]
    public void Every_decision_is_in_the_index_under_its_title()
    {
        var folder = Path.Combine(House.Root, "docs", "decisions");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));
        var missing = from file in Directory.GetFiles(folder, "0*.md").Order()
                      let title = File.ReadLines(file).First()[2..]
                      where !index.Contains($"- [{title}]({Path.GetFileName(file)})", StringComparison.Ordinal)
                      select $"{Path.GetFileName(file)}: {title}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_promise_to_visitors_names_exactly_the_tests_that_hold_it()
    {
        var text = File.ReadAllText(Path.Combine(House.Root, "docs", "visitors.md"));
        var named = TestName().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var there = Directory.GetFiles(Path.Combine(House.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups["name"].Value}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(there));
        Assert.Empty(there.Where(test => Promise().IsMatch(test)).Except(named));
    }

    private static IEnumerable<(string Text, string Path, string Anchor)> LinksOf(string document) =>
        from Match match in Link().Matches(Code().Replace(File.ReadAllText(document), ""))
        let target = match.Groups["target"].Value.Split('#')
        where !match.Groups["target"].Value.Contains("://", StringComparison.Ordinal) && !target[0].StartsWith("mailto:", StringComparison.Ordinal)
        let path = target[0].Length == 0 ? document : Path.GetFullPath(target[0], Path.GetDirectoryName(document)!)
        select (match.Value, path, target.Length > 1 ? target[1] : "");

    // As GitHub makes anchors of headings.
    private static bool AnchorIsThere(string file, string anchor) => anchor.Length == 0 || File.ReadLines(file)
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))
        .Contains(anchor);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[(?<words>[^\]]*)\]\(")]
    private static partial Regex Picture();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+Tests\.\w+")]
    private static partial Regex TestName();

    [GeneratedRegex(@"public (async )?(Task|void) (?<name>\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"\.R\d+_")]
    private static partial Regex Promise();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex NotInAnchors();
}
