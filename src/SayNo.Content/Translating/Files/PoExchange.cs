using System.Globalization;
using System.Text;

namespace SayNo.Content.Translating.Files;

/// <summary>Writes and reads segments as gettext's PO.</summary>
internal static class PoExchange
{
    private const string TargetNote = "sent-target: ";

    public static string Write(ExchangeFile file, DateTime at)
    {
        var text = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        var date = at.ToString("yyyy-MM-dd HH:mm+0000", CultureInfo.InvariantCulture);

        foreach (var line in (string[])
            [
                "Project-Id-Version: SayNo", "Report-Msgid-Bugs-To: ", $"POT-Creation-Date: {date}", $"PO-Revision-Date: {date}", "Last-Translator: ",
                "Language-Team: ", $"Language: {file.TargetLocale.Replace('-', '_')}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit", $"X-Source-Language: {file.SourceLocale}",
            ])
        {
            text.Append('"').Append(Escape(line)).Append("\\n\"\n");
        }

        file.Units.ToList().ForEach(unit => Write(text, unit));

        return text.ToString();
    }

    /// <exception cref="ExchangeException">The text is no such file.</exception>
    public static ExchangeFile Read(string text)
    {
        try
        {
            var entries = new PoReader(text, "").Read();
            var header = HeaderOf(entries.FirstOrDefault(entry => entry is { Id.Length: 0, Context: null })?.Translations[0] ?? "");

            return new(
                header.GetValueOrDefault("X-Source-Language", ""),
                header.GetValueOrDefault("Language", "").Replace('_', '-'),
                [.. entries.Where(entry => entry.Id.Length > 0).Select(UnitOf)]);
        }
        catch (PoException exception)
        {
            throw new ExchangeException(exception.Line, exception.Message.TrimStart(':').Split(':', 2)[^1].Trim());
        }
    }

    private static void Write(StringBuilder text, ExchangeUnit unit)
    {
        text.Append('\n');

        foreach (var note in unit.Notes.Append(TargetNote + unit.SentTarget))
        {
            text.Append("#. ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("#: ").Append(unit.Place).Append('\n');

        if (unit is { IsUnfinished: true, Target.Length: > 0 })
        {
            text.Append("#, fuzzy\n");
        }

        if (unit.Previous is { } previous)
        {
            Write(text, "#| msgid", previous);
        }

        Write(text, "msgctxt", $"{unit.Name}");
        Write(text, "msgid", unit.Source);
        Write(text, "msgstr", unit.Target);
    }

    /// <summary>A text of several lines stands on several lines, as gettext's own tools write it.</summary>
    private static void Write(StringBuilder text, string word, string value)
    {
        var lines = value.ReplaceLineEndings("\n").Split('\n');
        var start = word[0] == '#' ? "#| " : "";

        if (lines.Length == 1)
        {
            text.Append(word).Append(" \"").Append(Escape(value)).Append("\"\n");

            return;
        }

        text.Append(word).Append(" \"\"\n");

        for (var at = 0; at < lines.Length; at++)
        {
            text.Append(start).Append('"').Append(Escape(lines[at])).Append(at + 1 < lines.Length ? "\\n\"\n" : "\"\n");
        }
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static ExchangeUnit UnitOf(PoEntry entry) => entry.PluralId is not null
        ? throw new ExchangeException(entry.Line, "A text has plural forms, which the site's texts do not have. This is a file of another program.")
        : new()
        {
            Name = SegmentName.Parse(entry.Context),
            Source = entry.Id,
            Target = entry.Translations[0],
            IsUnfinished = entry.IsFuzzy || entry.Translations[0].Length == 0,
            SentTarget = entry.Notes.FirstOrDefault(note => note.StartsWith(TargetNote, StringComparison.Ordinal))?[TargetNote.Length..],
            Line = entry.Line,
        };

    private static Dictionary<string, string> HeaderOf(string text) => text.Split('\n').Select(line => line.Split(':', 2)).Where(parts => parts.Length > 1)
        .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);
}
