using System.Text.Json;
using System.Text.RegularExpressions;
using SayNo.Testing;

namespace SayNo.Web.Tests.Admin.Localization;

/// <summary>What the code and the recipes of the campaign say to editors, as the keys of its translations.</summary>
internal static partial class AdminSentences
{
    private static readonly string[] Screens =
    [
        "modules/SayNo.Admin", "modules/SayNo.Campaign/Pages/Admin", "modules/SayNo.Campaign/Contacts", "modules/SayNo.Accounts/Pages/Admin/Accounts",
        "modules/SayNo.Accounts/People", "modules/SayNo.Accounts/Notices", "modules/SayNo.Accounts/Pages/Admin/Notices.cshtml",
        "modules/SayNo.Accounts/Pages/Admin/NoticeSettings.cshtml", "modules/SayNo.Accounts/Pages/Admin/NoticeSettings.cshtml.cs", "modules/SayNo.Media", "src/SayNo.Web/Admin", "src/SayNo.Web/Pages/Shared",
        "modules/SayNo.Campaign/RedButton",
    ];

    private static readonly string[] Engine =
    [
        "src/SayNo.Content/Fields", "src/SayNo.Content/Publishing", "src/SayNo.Content/Previewing", "src/SayNo.Content/Reviewing", "src/SayNo.Content/Sources",
        "src/SayNo.Content/Releases", "src/SayNo.Content/Translating",
        "src/SayNo.Content/Published/EmptyPlaces.cs", "src/SayNo.Content/Reading/ReadingAdvice.cs",
        "src/SayNo.Web/Pages/PageBudget.cs", "src/SayNo.Web/Media", "modules/SayNo.Campaign/Contacts/HonestDates.cs",
        "modules/SayNo.Campaign/Contacts/UncheckedContacts.cs", "modules/SayNo.Campaign/Links/DeadLinks.cs",
        "modules/SayNo.Campaign/Accessibility/WholeStatements.cs", "modules/SayNo.Campaign/Countries/AllowedExits.cs",
        "modules/SayNo.Campaign/Films", "modules/SayNo.Admin/Editing/FieldInputs.cs",
    ];

    private static readonly string[] Menus = ["modules/SayNo.Admin/AdminModule.cs", "modules/SayNo.Accounts/AccountsModule.cs", "modules/SayNo.Campaign/CampaignModule.cs", "modules/SayNo.Media/MediaModule.cs"];

    // What operators read, and translators in their files: imports on the server, its log and its measurements.
    private static readonly string[] ForOperators = ["BatchContent.cs", "BatchDefinitions.cs", "BatchItems.cs", "ContentCheck.cs", "ScheduleMeter.cs", "TranslationExport.cs"];

    /// <summary>What screens look up by writing it out: <c>L["Title"]</c>, either side of a condition, and both forms of a plural.</summary>
    public static IReadOnlySet<string> LookedUp { get; } = Files(Screens)
        .SelectMany(file => LookUp().Matches(Text(file)).Concat(Plural().Matches(Text(file))))
        .SelectMany(match => match.Groups["text"].Captures).Select(capture => Unescaped(capture.Value))
        .Where(text => text.Length > 0).ToHashSet();

    /// <summary>What is declared in one place and looked up in another: notices, refusals, the menu, and the acts of the audit log.</summary>
    public static IReadOnlySet<string> Declared { get; } = Files(Screens).SelectMany(Sentences)
        .Concat(Files(Menus).SelectMany(file => MenuEntry().Matches(Text(file))).Select(match => match.Groups["text"].Value))
        .Concat(Expected().Matches(Repository.Read("modules/SayNo.Admin/Editing/FieldInputs.cs")).Select(match => match.Groups["text"].Value))
        .Concat(Capital().Matches(Text(Repository.Path("modules/SayNo.Admin/Auditing/ActWords.cs"))).Select(match => match.Groups["text"].Value))
        .ToHashSet();

    /// <summary>The sentences of the engine, with {0} for the first value.</summary>
    public static IReadOnlySet<string> OfEngine { get; } = Files(Engine)
        .Where(file => !ForOperators.Contains(Path.GetFileName(file))).SelectMany(Sentences).ToHashSet();

    /// <summary>The names of content types and fields, the hints, the words of choices, and why some words are unwanted.</summary>
    public static IReadOnlySet<string> OfRecipes { get; } = Directory.GetFiles(Repository.Path("modules/SayNo.Campaign/Recipes"), "*.json")
        .Append(Repository.Path("modules/SayNo.Campaign/Texts/unwanted-words.json"))
        .SelectMany(file => Labels(JsonDocument.Parse(File.ReadAllText(file)).RootElement)).ToHashSet();

    /// <summary>All text of the code, in which a translation must have its key.</summary>
    public static string Code { get; } = string.Concat(Files([.. Screens, .. Engine, .. Menus]).Select(Text));

    private static IEnumerable<string> Files(IEnumerable<string> paths) => paths.Select(Repository.Path)
        .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.cs*", SearchOption.AllDirectories))
        .Where(path => Path.GetExtension(path) is ".cs" or ".cshtml"
            && !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
        .Distinct();

    private static string Text(string file) => Remark().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Sentences(string file)
    {
        var code = Path.GetExtension(file) == ".cs" ? Text(file) : "";

        return Literal().Matches(code).Where(match => !IsForProgrammers(code, match.Index))
            .Select(match => Pattern(match))
            .Where(text => text.Contains(' ', StringComparison.Ordinal) && Sentence().IsMatch(text));
    }

    // The statement up to the text says whom it is for.
    private static bool IsForProgrammers(string code, int index)
    {
        var start = code.LastIndexOfAny([';', '{', '}'], Math.Max(0, index - 1)) + 1;
        var statement = code[start..index];

        return statement.Contains("Exception", StringComparison.Ordinal) || statement.Contains("logger.", StringComparison.Ordinal)
            || statement.Contains("Comment =", StringComparison.Ordinal) || statement.Contains("throw ", StringComparison.Ordinal)
            || statement.Contains("GeneratedRegex", StringComparison.Ordinal);
    }

    private static string Pattern(Match literal)
    {
        var number = 0;
        var text = literal.Value.StartsWith('$')
            ? Hole().Replace(literal.Groups["text"].Value, hole => $"{{{number++}{hole.Groups["format"].Value}}}")
            : literal.Groups["text"].Value;

        return Unescaped(text);
    }

    private static IEnumerable<string> Labels(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Labels),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => (member.Name, member.Value.ValueKind) switch
        {
            ("DisplayName" or "Hint" or "why", JsonValueKind.String) => [member.Value.GetString() ?? ""],
            ("Choices", JsonValueKind.Array) => member.Value.EnumerateArray().Select(word => Choice(word.GetString() ?? "")),
            _ => Labels(member.Value),
        }),
        _ => [],
    };

    // As the form writes the word of a choice: "police-report" is "Police report".
    private static string Choice(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');

    private static string Unescaped(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex("""\b[Ll]\[(?:\$?[^"\[\]]*(?:\?\??|:)\s*)?"(?<text>(?:[^"\\\n]|\\.)*)"(?:\s*:\s*"(?<text>(?:[^"\\\n]|\\.)*)")?""")]
    private static partial Regex LookUp();

    [GeneratedRegex(""".Plural\([^"]*"(?<text>(?:[^"\\\n]|\\.)*)",\s*"(?<text>(?:[^"\\\n]|\\.)*)"\)""")]
    private static partial Regex Plural();

    [GeneratedRegex("""
        menu\.Add\(new\("(?<text>[^"]+)"
        """)]
    private static partial Regex MenuEntry();

    [GeneratedRegex("""
        Parsed\(.*"(?<text>[^"]+)"\)
        """)]
    private static partial Regex Expected();

    [GeneratedRegex("""
        "(?<text>[A-Z][^"]*)"
        """)]
    private static partial Regex Capital();

    [GeneratedRegex(""""
        \$"(?<text>(?:[^"\\{\n]|\\.|\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})*)"|"(?<text>(?:[^"\\\n]|\\.)*)"
        """")]
    private static partial Regex Literal();

    [GeneratedRegex("""\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*?(?<format>:[A-Za-z]?[0-9]+)?\}""")]
    private static partial Regex Hole();

    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex Remark();

    [GeneratedRegex("""^(?:(?:[A-Z"]|\{0).*[.?]|[A-Z].*(?:\. |; .*: )\{[0-9]\})$""")]
    private static partial Regex Sentence();
}
