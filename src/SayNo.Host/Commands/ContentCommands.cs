using System.CommandLine;
using System.Globalization;
using SayNo.Content.Publishing;
using SayNo.Content.Reading;

namespace SayNo.Host.Commands;

/// <summary><c>content check</c>.</summary>
internal static class ContentCommands
{
    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var check = new Command("check",
            "Checks everything that is stored against the rules, and prints what is wrong. Says too how hard the texts are to read. Ends with 1 if something that the public sees is wrong.");
        check.SetAction((parsed, _) => options.RunAsync(parsed, parts, CheckAsync));

        return new Command("content", "Looks after the content.") { check };
    }

    private static async Task<int> CheckAsync(Site site)
    {
        using var interrupt = new Interrupt();
        using var progress = new ProgressLine();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var found = await session.Get<ContentCheck>().RunAsync(progress, interrupt.Token);
        progress.Dispose();

        if (found.Problems.Count + found.Advice.Count > 0)
        {
            TextTable.Write(["", "Type", "Scope", "Slug", "Locale", "Field", "What is wrong"], found.Problems.Select(Row).Concat(found.Advice.Select(Row)));
        }

        WriteLevels(found.Levels);

        var errors = found.Problems.Count(problem => problem.IsPublic);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Checked {found.Items:N0} items in {found.Variants:N0} variants: {errors:N0} errors, {found.Problems.Count - errors:N0} notes on drafts."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reading level: {found.Advice.Count:N0} pieces of advice."));

        return errors == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private static string[] Row(CheckedProblem problem) =>
        [problem.IsPublic ? "error" : "draft", problem.Type, problem.Scope, problem.Slug, problem.Locale, problem.Field, problem.Sentence];

    private static string[] Row(ReadingNote note) => ["advice", note.Type, note.Scope, note.Slug, note.Locale, note.Field, note.Sentence];

    private static void WriteLevels(IReadOnlyDictionary<string, ReadingLevel> levels) => TextTable.Write(
        ["Locale", "Words", "Sentences", "Words per sentence", "Longest", "Long words"],
        levels.Select(level => new[]
        {
            level.Key,
            level.Value.Words.ToString("N0", CultureInfo.InvariantCulture),
            level.Value.Sentences.ToString("N0", CultureInfo.InvariantCulture),
            level.Value.WordsPerSentence.ToString("F1", CultureInfo.InvariantCulture),
            level.Value.LongestSentence.ToString(CultureInfo.InvariantCulture),
            level.Value.ShareOfLongWords.ToString("P0", CultureInfo.InvariantCulture),
        }));
}
