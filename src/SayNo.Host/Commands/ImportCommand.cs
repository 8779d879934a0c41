using System.CommandLine;
using System.Globalization;
using SayNo.Content;
using SayNo.Content.Exchanging;
using SayNo.Content.Published;
using SayNo.Content.Publishing;

namespace SayNo.Host.Commands;

/// <summary><c>recipe import</c>: one owner's texts, as drafts.</summary>
internal static class ImportCommand
{
    private const int MostProblems = 100;

    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "The recipe, as recipe export --scope writes it." };
        var scope = Scope("Whose items it brings: EU for the campaign, or a country code. An item of anybody else has the file refused whole.", isRequired: true);
        var dry = new Option<bool>("--dry-run") { Description = "Show what would change, and change nothing." };
        var import = new Command("import",
            "Brings the items of one owner in as drafts, all in one go or nothing. Nothing becomes public by it, and nothing of another owner can change.")
        {
            file, scope, dry,
        };
        import.SetAction((parsed, _) => options.RunAsync(parsed, parts,
            site => RunAsync(site, parsed.GetRequiredValue(file), parsed.GetRequiredValue(scope), parsed.GetValue(dry))));

        return import;
    }

    public static Option<string> Scope(string description, bool isRequired)
    {
        var scope = new Option<string>("--scope") { Description = description, HelpName = "CODE", Required = isRequired };
        scope.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Scopes.IsValid(token.Value)))
            {
                result.AddError($"--scope needs EU or a country code of two capital letters. \"{token.Value}\" is not that.");
            }
        });

        return scope;
    }

    private static async Task<int> RunAsync(Site site, string file, string scope, bool isDry)
    {
        if (!File.Exists(file))
        {
            throw new CommandException($"There is no file {file}.");
        }

        using var interrupt = new Interrupt();
        using var progress = new ProgressLine();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);

        // What is public says from which language a country translates.
        await session.Get<ChangeFollower>().CatchUpAsync(interrupt.Token);
        var opened = new ImportFile(Path.GetFileName(file), new FileInfo(file).Length, () => File.OpenRead(file));
        var import = session.Get<ContentImport>();
        var report = isDry
            ? await import.CheckAsync(opened, scope, Editor.System, progress, interrupt.Token)
            : await import.ApplyAsync(opened, scope, null, Editor.System, progress, interrupt.Token);
        progress.Dispose();

        return report.IsRefused ? Refuse(report, file) : Tell(report);
    }

    private static int Refuse(ImportReport report, string file)
    {
        foreach (var problem in report.Problems.Take(MostProblems))
        {
            Console.Error.WriteLine(problem);
        }

        return CommandLine.Fail(string.Create(CultureInfo.InvariantCulture,
            $"The file {file} was refused: {report.ProblemCount:N0} {(report.ProblemCount == 1 ? "mistake" : "mistakes")}. Nothing was changed."));
    }

    private static int Tell(ImportReport report)
    {
        if (report.IsStale)
        {
            return CommandLine.Fail("Somebody else wrote at the same time. Nothing was changed; please try again.");
        }

        if (report.Items.Count > 0)
        {
            TextTable.Write(["", "Type", "Slug", "Locales", "Fields"], report.Items.Select(item => new[]
            {
                item.IsNew ? "new" : "changed",
                item.Type,
                item.Slug,
                string.Join(", ", item.Texts.Select(text => text.Locale.Length == 0 ? "all" : text.Locale)),
                string.Join(", ", item.Texts.SelectMany(Changed).Distinct(StringComparer.Ordinal)),
            }));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(report.IsApplied ? "Done" : "It would be")}: {report.NewItems:N0} new items, {report.ChangedItems:N0} changed, {report.SameItems:N0} as they are; {report.Texts:N0} drafts."));

        return CommandLine.Success;
    }

    private static IEnumerable<string> Changed(ImportedText text) => text.After.All.Concat(text.Before?.All ?? [])
        .Select(pair => pair.Key).Where(name => !ContentValues.Same(text.Before?[name], text.After[name]));
}
