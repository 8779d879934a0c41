using System.CommandLine;
using System.Globalization;
using SayNo.Content;
using SayNo.Content.Publishing;
using SayNo.Content.Translating.Files;

namespace SayNo.Host.Commands;

/// <summary><c>translation export</c> and <c>translation import</c>.</summary>
internal static class TranslationCommands
{
    public static Command Create(SiteParts parts, SharedOptions options) =>
        new Command("translation", "Gives texts to translators, and takes their files back.") { Export(parts, options), Import(parts, options) };

    private static Command Export(SiteParts parts, SharedOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it: .po for gettext, .xlf or .xliff for XLIFF 2.1. An existing file is replaced when all is written." };
        var locale = Locale();
        var scope = new Option<string>("--scope") { Description = "EU for the campaign, or a country code.", DefaultValueFactory = _ => Scopes.Campaign };
        var types = new Option<string[]>("--type") { Description = "A content type; may be given more than once. Else all." };
        var items = new Option<string[]>("--item") { Description = "The id of an item; may be given more than once. Else all of the scope." };
        var open = new Option<bool>("--open") { Description = "Only what is missing or outdated." };
        var export = new Command("export", "Writes the texts of a scope beside their sources, segment by segment.") { file, locale, scope, types, items, open };
        export.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => ExportAsync(site, parsed.GetRequiredValue(file), new()
        {
            Locale = parsed.GetRequiredValue(locale),
            Scope = parsed.GetRequiredValue(scope),
            Types = parsed.GetValue(types) ?? [],
            ItemIds = parsed.GetValue(items) ?? [],
            OnlyOpen = parsed.GetValue(open),
        })));

        return export;
    }

    private static Command Import(SiteParts parts, SharedOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "What the translator sent back." };
        var locale = Locale();
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var import = new Command("import",
            "Takes the file in as drafts, all of it in one go. A broken file is refused whole; what was made from an older source stays outdated, and nothing newer is overwritten.")
        {
            file, locale, dry,
        };
        import.SetAction((parsed, _) => options.RunAsync(parsed, parts, site =>
            ImportAsync(site, parsed.GetRequiredValue(file), parsed.GetRequiredValue(locale), parsed.GetValue(dry))));

        return import;
    }

    private static Option<string> Locale() => new("--locale", "-l") { Description = "The language of the translation, such as de.", Required = true };

    private static async Task<int> ExportAsync(Site site, string file, TranslationSelection selection)
    {
        var format = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".po" => ExchangeFormat.Po,
            ".xlf" or ".xliff" => ExchangeFormat.Xliff,
            _ => throw new CommandException("The file's name must end with .po, .xlf or .xliff."),
        };
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var path = Path.GetFullPath(file);
        var count = 0;
        await WholeFile.WriteAsync(path, async stream =>
            count = await session.Get<TranslationExport>().WriteAsync(selection, format, stream, Editor.System, interrupt.Token));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {path}: {count:N0} texts."));

        return CommandLine.Success;
    }

    private static async Task<int> ImportAsync(Site site, string file, string locale, bool isDryRun)
    {
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        await using var stream = File.OpenRead(file);
        var import = session.Get<TranslationImport>();
        var report = isDryRun
            ? await import.TryAsync(stream, locale, Editor.System, interrupt.Token)
            : await import.TakeAsync(stream, locale, Editor.System, interrupt.Token);

        if (report.Refusal is { } refusal)
        {
            return CommandLine.Fail($"{file}{(report.Line > 0 ? $":{report.Line}" : "")}: {refusal} Nothing was changed.");
        }

        var told = report.Units.Where(unit => unit.Why is not null).ToList();

        if (told.Count > 0)
        {
            TextTable.Write(["Line", "", "Text", "Field", "Why"], told.Select(unit => new[]
            {
                unit.Line.ToString(CultureInfo.InvariantCulture), unit.Outcome.ToString(), $"{unit.Type} {unit.Slug}", unit.Field, unit.Why?.ToString() ?? "",
            }));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(isDryRun ? "It would take" : "Took")} {report.Count(UnitOutcome.Taken):N0} texts, {report.Count(UnitOutcome.TakenAsOutdated):N0} as outdated, confirmed {report.Count(UnitOutcome.Confirmed):N0}; kept {report.Count(UnitOutcome.Kept):N0}, refused {report.Count(UnitOutcome.Refused):N0}, unfinished {report.Count(UnitOutcome.Unfinished):N0}, the same {report.Count(UnitOutcome.Same):N0}. Drafts: {report.Drafts:N0}."));

        return CommandLine.Success;
    }
}
