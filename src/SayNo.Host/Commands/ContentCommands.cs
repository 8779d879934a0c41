using System.CommandLine;
using System.Globalization;
using SayNo.Content.Publishing;

namespace SayNo.Host.Commands;

/// <summary><c>content check</c>.</summary>
internal static class ContentCommands
{
    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var check = new Command("check",
            "Checks everything that is stored against the rules, and prints what is wrong. Ends with 1 if something that the public sees is wrong.");
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

        if (found.Problems.Count > 0)
        {
            TextTable.Write(
                ["", "Type", "Scope", "Slug", "Locale", "Field", "What is wrong"],
                found.Problems.Select(problem => new[]
                {
                    problem.IsPublic ? "error" : "draft", problem.Type, problem.Scope, problem.Slug, problem.Locale, problem.Field, problem.Sentence,
                }));
        }

        var errors = found.Problems.Count(problem => problem.IsPublic);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Checked {found.Items:N0} items in {found.Variants:N0} variants: {errors:N0} errors, {found.Problems.Count - errors:N0} notes on drafts."));

        return errors == 0 ? CommandLine.Success : CommandLine.Failure;
    }
}
