using System.Text.RegularExpressions;

namespace SayNo.Architecture.Tests;

public sealed partial class HouseRuleTests
{
    private static readonly string[] FoldersByKindOfClass = ["Services", "Models", "Helpers", "Interfaces", "Utils", "Managers", "Extensions"];

    private static readonly string[] WrittenByUs = ["*.cs", "*.md", "*.json", "*.cshtml", "*.csproj", "*.props", "*.sh"];

    private static IEnumerable<string> Code => House.Files("*.cs");

    [Fact]
    public void No_file_of_code_is_longer_than_300_lines() =>
        Assert.Empty(Code.Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (Path: path, Lines: House.Lines(path).Count()))
            .Where(file => file.Lines > 300)
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Folders_are_named_after_features() =>
        Assert.DoesNotContain(Code, path => path.Split('/').Intersect(FoldersByKindOfClass).Any());

    [Fact]
    public void No_class_is_named_after_what_says_nothing() =>
        Assert.Empty(Code.SelectMany(path => EmptyName().Matches(House.Read(path)).Select(match => $"{path}: {match.Value}")));

    [Fact]
    public void No_test_is_skipped() =>
        Assert.DoesNotContain(Code, path => SkippedTest().IsMatch(House.Read(path)));

    [Fact]
    public void No_warning_is_silenced_in_code() =>
        Assert.DoesNotContain(Code, path => !path.EndsWith("/HouseRuleTests.cs", StringComparison.Ordinal)
            && House.Read(path).Contains("#pragma warning", StringComparison.Ordinal));

    [Fact]
    public void Usings_are_in_order_those_of_System_first() =>
        Assert.DoesNotContain(Code, path => Usings(path) is var usings
            && !usings.SequenceEqual(usings.OrderBy(one => !IsSystem(one)).ThenBy(one => one.Replace('.', '\0'), StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Styles_use_logical_properties_so_that_right_to_left_works() =>
        Assert.Empty(House.Files("*.css").Where(path => !path.Contains("/lib/", StringComparison.Ordinal))
            .SelectMany(path => House.Lines(path).Where(line => PhysicalSide().IsMatch(line)).Select(line => $"{path}: {line.Trim()}")));

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() =>
        Assert.DoesNotContain(WrittenByUs.SelectMany(House.Files), path => MachinePath().IsMatch(House.Read(path)));

    private static IReadOnlyList<string> Usings(string path) =>
    [
        .. House.Lines(path).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .Select(line => PlainUsing().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value),
    ];

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    [GeneratedRegex(@"^using ([\w.]+);")]
    private static partial Regex PlainUsing();

    [GeneratedRegex(@"\b(class|record|interface) \w*(Manager|Helper|Processor|Utils)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\[(Fact|Theory)\([^)]*Skip")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"(^|[\s;{])(left|right|margin-left|margin-right|padding-left|padding-right|border-left|border-right)\s*:|text-align:\s*(left|right)|float:\s*(left|right)")]
    private static partial Regex PhysicalSide();

    [GeneratedRegex(@"(?<![\w.])/(home|Users|root)/\w")]
    private static partial Regex MachinePath();
}
