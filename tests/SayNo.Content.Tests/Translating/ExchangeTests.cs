using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating.Files;
using SayNo.Testing;

namespace SayNo.Content.Tests.Translating;

public sealed class ExchangeOnSqliteTests() : ExchangeTests(DatabaseKind.Sqlite);

public sealed class ExchangeOnPostgreSqlTests() : ExchangeTests(DatabaseKind.PostgreSql);

/// <summary>Files for translators: what goes out, and what of it comes back.</summary>
public abstract class ExchangeTests(DatabaseKind kind) : OnTranslation(kind)
{
    [Theory]
    [InlineData(ExchangeFormat.Po)]
    [InlineData(ExchangeFormat.Xliff)]
    public async Task What_a_translator_fills_in_becomes_a_draft_and_what_is_left_open_stays_open(ExchangeFormat format)
    {
        var id = await PublishedAsync("Stop", "Say \"no\".\nAt once.\n\nCall 116 111 or see [help](https://example.org/a_b).\n\n- a\n- b\\c");
        var file = await ExportAsync(format);

        var report = await TakeAsync(Filled(file, format, ("Say", "Sag „nein“.\nSofort."), ("Call", "Ruf 116111 an oder sieh [Hilfe](https://example.org/a_b).")));

        Assert.Equal((2, 2, 1), (report.Count(UnitOutcome.Taken), report.Count(UnitOutcome.Unfinished), report.Drafts));
        Assert.Equal("Sag „nein“.\nSofort.\n\nRuf 116111 an oder sieh [Hilfe](https://example.org/a_b).", await BodyAsync(id));
        Assert.Null((await ReadAsync(db => db.Variants.SingleAsync(one => one.ItemId == id && one.Locale == "de"))).PublishedId);
        Assert.Empty(await OutdatedAsync());
        Assert.Equal(4, (await TakeAsync(await ExportAsync(format))).Units.Count(unit => unit.Outcome is UnitOutcome.Same or UnitOutcome.Unfinished));
        Assert.DoesNotContain("At once.", await ExportAsync(format, onlyOpen: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExchangeFormat.Po)]
    [InlineData(ExchangeFormat.Xliff)]
    public async Task An_old_file_brings_what_it_was_made_from_and_makes_nothing_current(ExchangeFormat format)
    {
        var id = await TranslatedAsync("One.\n\nTwo.\n\nThree.", "Eins.\n\nZwei.\n\nDrei.");
        var file = Filled(await ExportAsync(format), format, ("One.", "Eins neu."), ("Two.", "Zwei neu."), ("Three.", "Drei neu."));
        await SourceAsync(id, "One!\n\nTwo!\n\nThree.");
        await WriteAsync(id, ("Two!", "Zwei!"));

        var trial = await TryAsync(file);
        var report = await TakeAsync(file);

        Assert.Equal([UnitOutcome.Same, UnitOutcome.TakenAsOutdated, UnitOutcome.Kept, UnitOutcome.Taken], report.Units.Select(unit => unit.Outcome));
        Assert.Equal(trial.Units.Select(unit => unit.Outcome), report.Units.Select(unit => unit.Outcome));
        Assert.Equal("Body:One!|Eins neu.|Outdated! Body:Two!|Zwei!|Current Body:Three.|Drei neu.|Current", Body(await PairsAsync(id)));
    }

    [Fact]
    public async Task An_outdated_segment_goes_out_with_what_the_source_said_and_comes_back_confirmed_as_a_draft()
    {
        var id = await TranslatedAsync("One.\n\nTwo.", "Eins.\n\nZwei.");
        await SourceAsync(id, "One!\n\nTwo.");
        var file = await ExportAsync(ExchangeFormat.Po);
        Assert.Contains("#, fuzzy\n#| msgid \"One.\"\n", file, StringComparison.Ordinal);

        Assert.Equal(1, (await TryAsync(file)).Count(UnitOutcome.Unfinished));
        var report = await TakeAsync(file.Replace("#, fuzzy\n", "", StringComparison.Ordinal));

        Assert.Equal(1, report.Count(UnitOutcome.Confirmed));
        Assert.Empty(await OutdatedAsync());
        Assert.Equal("Eins.\n\nZwei.", await BodyAsync(id));
    }

    [Fact]
    public async Task Numbers_and_addresses_that_are_lost_and_texts_that_nobody_knows_are_refused_one_by_one()
    {
        var id = await PublishedAsync("Stop", "Call 116 111.\n\nSee [help](https://example.org/).");
        var file = Filled(await ExportAsync(ExchangeFormat.Po), ExchangeFormat.Po, ("Call", "Ruf 116 117 an."), ("See", "Sieh Hilfe."), ("Stop", "Halt"));
        file += "\nmsgctxt \"nobody:Body:0000:0\"\nmsgid \"x\"\nmsgstr \"y\"\n\nmsgid \"no name\"\nmsgstr \"z\"\n";

        var report = await TakeAsync(file);

        Assert.Equal((1, 4), (report.Count(UnitOutcome.Taken), report.Count(UnitOutcome.Refused)));
        Assert.Contains(report.Units, unit => unit.Why?.ToString().Contains("116 111", StringComparison.Ordinal) == true && unit.Line > 0);
        Assert.Equal("Title:Stop|Halt|Current Body:Call 116 111.||Missing Body:See [help](https://example.org/).||Missing", Flat(await PairsAsync(id)));
    }

    [Theory]
    [InlineData("msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgid \"a\nmsgstr \"b\"\n", 4)]
    [InlineData("msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n", 0)]
    [InlineData("msgid \"\"\nmsgstr \"Language: de\\n\"\n\nmsgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\n", 4)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE xliff [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<xliff/>", 0)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"/>", 1)]
    [InlineData("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" trgLang=\"de\">\n<file id=\"f\">\n<unit id=\"u\">\n</file></xliff>", 4)]
    [InlineData("", 0)]
    public async Task A_broken_file_is_refused_whole_with_line_and_reason(string file, int line)
    {
        var id = await PublishedAsync("Stop", "One.");

        var report = await TakeAsync(file);

        Assert.True(report.IsRefused);
        Assert.Equal(line, report.Line);
        Assert.Empty(report.Units);
        Assert.Null((await PairsAsync(id)).Target);
    }

    [Fact]
    public async Task All_drafts_of_a_file_are_saved_or_none_and_nobody_writes_what_they_may_not()
    {
        var (one, two) = (await PublishedAsync("Stop", "One."), await PublishedAsync("Go", "Two.", "two"));
        var file = Filled(await ExportAsync(ExchangeFormat.Po), ExchangeFormat.Po, ("One.", "Eins."), ("Two.", "Zwei."));
        var french = new Editor("9", "Fleur", [new Grant(Role.Translator, Grant.Everywhere, ["fr"])]);
        var forbidden = await Site.WithAsync<TranslationImport, ImportReport>(import => import.TakeAsync(Stream(file), "de", french, None));
        Assert.All(forbidden.Units, unit => Assert.Equal(UnitOutcome.Refused, unit.Outcome));
        await ReadAsync(db => db.Items.Where(item => item.Id == two).ExecuteUpdateAsync(set => set.SetProperty(item => item.Type, "Contact")));

        var refused = await TakeAsync(file);

        Assert.True(refused.IsRefused);
        Assert.Null((await PairsAsync(one)).Target);
        Assert.Equal(0, await ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == Acts.Save && entry.Locale == "de")));
    }

    [Fact]
    public async Task Files_go_through_a_translators_usual_tools_and_come_back_whole()
    {
        if (Site.Database.Kind != DatabaseKind.Sqlite)
        {
            return;
        }

        await TranslatedAsync("One \"two\".\nThree\\four\ttab.\n\n- a\n- b\n\nUnchanged.", "Eins „zwei“.\nDrei\\vier\ttab.\n\n- a\n- b\n\nGleich.");
        var (po, merged, xliff) = (Site.Folder.File("de.po"), Site.Folder.File("merged.po"), Site.Folder.File("de.xlf"));
        await File.WriteAllTextAsync(po, await ExportAsync(ExchangeFormat.Po));

        await Tools.RunAsync("msgfmt", "--check", "--output-file=/dev/null", po);
        await Tools.RunAsync("msgcat", "--width=40", "--output-file=" + merged, po);
        await Tools.RunAsync("msgmerge", "--quiet", "--output-file=" + merged, merged, po);
        await Tools.RunAsync("pocount", merged);
        await Tools.RunAsync("pofilter", "--test=variables", merged);
        await Tools.RunAsync("po2xliff", "--progress=none", merged, xliff);
        await Tools.RunAsync("xliff2po", "--progress=none", xliff, xliff + ".po");

        Assert.All((await TryAsync(await File.ReadAllTextAsync(merged))).Units, unit => Assert.Equal(UnitOutcome.Same, unit.Outcome));
        Assert.Contains("Eins „zwei“", await File.ReadAllTextAsync(xliff + ".po"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_XLIFF_file_keeps_to_the_rules_of_its_schema()
    {
        await TranslatedAsync("One.\n\nTwo <b>&amp;</b>.", "Eins.");

        var root = XDocument.Parse(await ExportAsync(ExchangeFormat.Xliff)).Root!;

        var core = root.Name.Namespace;
        Assert.Equal(("urn:oasis:names:tc:xliff:document:2.0", "2.1", "en", "de"),
            (core.NamespaceName, (string?)root.Attribute("version"), (string?)root.Attribute("srcLang"), (string?)root.Attribute("trgLang")));
        var units = root.Elements(core + "file").SelectMany(file => file.Elements()).ToList();
        Assert.All(units, unit => Assert.Equal(["notes", "segment"], unit.Elements().Select(element => element.Name.LocalName)));
        Assert.Equal(units.Count, units.Select(unit => (string?)unit.Attribute("id")).Distinct().Count());
        Assert.All(units.Select(unit => unit.Element(core + "segment")!), segment =>
        {
            Assert.Equal("source", segment.Elements().First().Name.LocalName);
            Assert.Contains((string?)segment.Attribute("state"), (string[])["initial", "translated"]);
        });
    }

    private static MemoryStream Stream(string file) => new(Encoding.UTF8.GetBytes(file));

    private Task<ImportReport> TakeAsync(string file) => Site.WithAsync<TranslationImport, ImportReport>(import => import.TakeAsync(Stream(file), "de", Theo, None));

    private Task<ImportReport> TryAsync(string file) => Site.WithAsync<TranslationImport, ImportReport>(import => import.TryAsync(Stream(file), "de", Theo, None));

    private async Task<string> ExportAsync(ExchangeFormat format, bool onlyOpen = false)
    {
        using var stream = new MemoryStream();
        await Site.WithAsync<TranslationExport, int>(export =>
            export.WriteAsync(new() { Locale = "de", Scope = "EU", OnlyOpen = onlyOpen }, format, stream, Theo, None));

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The file as a translator's tool would write it: the segments that begin so, translated.</summary>
    private static string Filled(string file, ExchangeFormat format, params (string Start, string Text)[] texts)
    {
        if (format == ExchangeFormat.Xliff)
        {
            var document = XDocument.Parse(file, LoadOptions.PreserveWhitespace);
            var core = document.Root!.Name.Namespace;

            foreach (var segment in document.Descendants(core + "segment"))
            {
                if (texts.FirstOrDefault(text => segment.Element(core + "source")!.Value.StartsWith(text.Start, StringComparison.Ordinal)) is { Text: { } text })
                {
                    segment.Element(core + "target")?.Remove();
                    segment.Add(new XElement(core + "target", text));
                    segment.SetAttributeValue("state", "final");
                }
            }

            return document.ToString(SaveOptions.DisableFormatting);
        }

        return string.Join("\n\n", file.Split("\n\n").Select(entry =>
            texts.FirstOrDefault(text => entry.Contains($"msgid \"{text.Start}", StringComparison.Ordinal) || entry.Contains($"msgid \"\"\n\"{text.Start}", StringComparison.Ordinal)) is { Text: { } text }
                ? entry[..entry.LastIndexOf("msgstr", StringComparison.Ordinal)] + $"msgstr \"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"\n"
                : entry));
    }
}

/// <summary>The programs of Debian's gettext and translate-toolkit; installed if they are not there.</summary>
internal static class Tools
{
    public static async Task RunAsync(string program, params string[] arguments)
    {
        foreach (var package in Programs.Find(program) is null ? ["gettext", "translate-toolkit"] : Array.Empty<string>())
        {
            Assert.Null(await Programs.InstallFromDebianAsync(package, Console.WriteLine, default));
        }

        var (code, output) = await Programs.RunAsync(Programs.Find(program) ?? program, arguments, default);
        Assert.True(code == 0, $"{program} ended with {code}: {output}");
    }
}
