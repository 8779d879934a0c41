using System.CommandLine;
using System.Globalization;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;

namespace SayNo.Host.Commands;

/// <summary><c>audit verify</c> and <c>audit export</c>.</summary>
internal static class AuditCommands
{
    public static Command Create(SiteParts parts, SharedOptions options)
    {
        var verify = new Command("verify", "Proves that nothing in the audit log was changed, left out or put in another order. Ends with 1 if something was.");
        verify.SetAction((parsed, _) => options.RunAsync(parsed, parts, VerifyAsync));

        var file = new Argument<string>("FILE") { Description = "Where to write it; \"-\" is standard output." };
        var export = new Command("export", "Writes the audit log with its hashes, one JSON object a line, the oldest entry first.") { file };
        export.SetAction((parsed, _) => options.RunAsync(parsed, parts, site => ExportAsync(site, parsed.GetRequiredValue(file))));

        return new Command("audit", "Reads who did what.") { verify, export };
    }

    private static async Task<int> VerifyAsync(Site site)
    {
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var verdict = await session.Get<AuditTrail>().VerifyAsync(Editor.System, interrupt.Token);

        if (verdict.Fault is { } fault)
        {
            return CommandLine.Fail(string.Create(CultureInfo.InvariantCulture,
                $"{fault.Sentence} The {verdict.Entries:N0} entries before it are as they were written."));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The audit log is whole: {verdict.Entries:N0} entries."));

        if (verdict.Entries > 0)
        {
            Console.WriteLine($"Hash of the last one: {verdict.Hash} (kept elsewhere, it proves later that none of these has changed)");
        }

        return CommandLine.Success;
    }

    private static async Task<int> ExportAsync(Site site, string file)
    {
        using var interrupt = new Interrupt();
        await using var session = await SiteSession.OpenAsync(site, creates: false, interrupt.Token);
        var trail = session.Get<AuditTrail>();

        if (file == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await trail.ExportAsync(output, Editor.System, interrupt.Token);

            return CommandLine.Success;
        }

        var path = Path.GetFullPath(file);
        var count = 0L;
        await WholeFile.WriteAsync(path, async stream => count = await trail.ExportAsync(stream, Editor.System, interrupt.Token));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {path}: {count:N0} entries."));

        return CommandLine.Success;
    }
}
