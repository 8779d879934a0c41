using System.CommandLine;
using System.Globalization;
using SayNo.Content.Recipes;

namespace SayNo.Host.Commands;

/// <summary><c>recipe run</c>, <c>recipe export</c> and <c>recipe import</c>.</summary>
internal static class RecipeCommands
{
    /// <summary>Who has more than this to mend begins at the top.</summary>
    private const int MostProblems = 100;

    public static Command Create(SiteParts parts, SharedOptions options) =>
        new Command("recipe", "Brings content in, and takes it out, as a recipe in Orchard Core's form.") {
            Run(parts, options), Export(parts, options), ImportCommand.Create(parts, options),
        };

    private static Command Run(SiteParts parts, SharedOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "The recipe." };
        var skip = new Option<bool>("--skip-unknown-steps") { Description = "Leave out steps that this program does not know, instead of refusing the recipe." };
        var run = new Command("run",
            "Checks a recipe and everything it includes, then applies it in one go. A recipe with a mistake is refused whole; running it twice changes nothing."
            + " A file may have up to 256 MB and 64 levels of nesting.")
        {
            file, skip,
        };
        run.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => RunAsync(site, parsed.GetRequiredValue(file), parsed.GetValue(skip))));

        return run;
    }

    private static Command Export(SiteParts parts, SharedOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it; - for standard output. An existing file is replaced when all is written." };
        var scope = ImportCommand.Scope("Only the items of this owner: EU for the campaign, or a country code.", isRequired: false);
        var export = new Command("export",
            "Writes all content as one recipe: types, settings, and all items with what is published and the drafts. The same content gives the same bytes.")
        {
            file, scope,
        };
        export.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => ExportAsync(site, parsed.GetRequiredValue(file), parsed.GetValue(scope))));

        return export;
    }

    private static async Task<int> RunAsync(Site site, string file, bool skipsUnknownSteps)
    {
        using var interrupt = new Interrupt();
        using var progress = new ProgressLine();
        await using var session = await SiteSession.OpenAsync(site, creates: true, interrupt.Token);
        var options = site.RecipeOptions with { SkipUnknownSteps = skipsUnknownSteps };
        var result = await session.Get<RecipeRunner>().RunAsync(file, options, null, progress, interrupt.Token);
        progress.Dispose();

        return Report(file, result);
    }

    /// <summary>Says on standard error why a recipe was refused, or on standard output what it changed.</summary>
    public static int Report(string file, RecipeResult result)
    {
        if (result.IsApplied)
        {
            Console.WriteLine(result is { Items: 0, Versions: 0, Changes: 0 }
                ? "Nothing to change: the site is as the recipe wants it."
                : string.Create(CultureInfo.InvariantCulture, $"Done: {result.Items:N0} items and {result.Versions:N0} versions written, {result.Changes:N0} changes in the log."));

            return CommandLine.Success;
        }

        foreach (var problem in result.Problems.Take(MostProblems))
        {
            Console.Error.WriteLine(problem);
        }

        if (result.ProblemCount > MostProblems)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {result.ProblemCount - MostProblems:N0} more."));
        }

        return CommandLine.Fail(string.Create(CultureInfo.InvariantCulture,
            $"The recipe {file} was refused: {result.ProblemCount:N0} {(result.ProblemCount == 1 ? "mistake" : "mistakes")}. Nothing was changed."));
    }

    private static async Task<int> ExportAsync(Site site, string file, string? scope)
    {
        using var interrupt = new Interrupt();
        using var progress = new ProgressLine();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var export = session.Get<RecipeExport>();

        if (file == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await export.WriteAsync(output, scope, progress, interrupt.Token);

            return CommandLine.Success;
        }

        var path = Path.GetFullPath(file);
        await WholeFile.WriteAsync(path, stream => export.WriteAsync(stream, scope, progress, interrupt.Token));
        progress.Dispose();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {path} ({new FileInfo(path).Length:N0} bytes)."));

        return CommandLine.Success;
    }
}
