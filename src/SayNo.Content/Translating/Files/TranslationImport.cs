using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating.Files;

/// <summary>Takes in a file that a translator sends back: as drafts, segment by segment, all in one transaction.</summary>
public sealed class TranslationImport(CmsDb db, Origins origins, ContentDrafts drafts)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostUnits = 50_000;

    /// <summary>What a file would do.</summary>
    public Task<ImportReport> TryAsync(Stream file, string locale, Editor by, CancellationToken ct) => RunAsync(file, locale, isDryRun: true, by, ct);

    /// <summary>Saves what the file brings. Nothing of it is public, and what is refused or kept is said.</summary>
    public Task<ImportReport> TakeAsync(Stream file, string locale, Editor by, CancellationToken ct) => RunAsync(file, locale, isDryRun: false, by, ct);

    private async Task<ImportReport> RunAsync(Stream stream, string locale, bool isDryRun, Editor by, CancellationToken ct)
    {
        try
        {
            var file = Parse(await ReadAsync(stream, ct));
            Demand(file, locale);
            var items = await JudgeAsync(file, locale, by, ct);
            var texts = items.Select(item => item.ToDraft()).OfType<DraftText>().ToList();

            if (!isDryRun && texts.Count > 0
                && (await drafts.SaveAllAsync(texts, by, ct))[^1] is { IsSaved: false } refused)
            {
                return new() { Refusal = refused.Problems.Count > 0 ? refused.Problems[0].Sentence : Overtaken };
            }

            return new() { Units = [.. items.SelectMany(item => item.Reports).OrderBy(unit => unit.Line)], Drafts = texts.Count };
        }
        catch (ExchangeException exception)
        {
            return new() { Refusal = exception.Message, Line = exception.Line };
        }
    }

    private static Sentence Overtaken => "Somebody saved one of these texts at the same moment. Nothing was taken from the file; try it again.";

    private static async Task<string> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];

        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (bytes.Length + read > MostBytes)
            {
                throw new ExchangeException(0, "The file is larger than 20 MB. Export fewer texts at once.");
            }

            bytes.Write(buffer, 0, read);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ExchangeException(0, "The file is not in UTF-8. Save it again in that encoding.");
        }
    }

    private static ExchangeFile Parse(string text)
    {
        var file = text.TrimStart().StartsWith('<') ? XliffExchange.Read(text) : PoExchange.Read(text);

        return file.Units.Count switch
        {
            0 => throw new ExchangeException(0, "The file holds no texts."),
            > MostUnits => throw new ExchangeException(0, "The file holds more than 50,000 texts. Export fewer at once."),
            _ => file,
        };
    }

    private static void Demand(ExchangeFile file, string locale)
    {
        if (!string.Equals(file.TargetLocale, locale, StringComparison.OrdinalIgnoreCase))
        {
            throw new ExchangeException(0, file.TargetLocale.Length == 0
                ? "The file does not say its language."
                : $"The file is in the language \"{file.TargetLocale}\", not in \"{locale}\".");
        }

        if (file.Units.Where(unit => unit.Name is not null).GroupBy(unit => unit.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ExchangeException(twice.Last().Line, "The same text stands in the file twice.");
        }
    }

    private async Task<List<ImportedItem>> JudgeAsync(ExchangeFile file, string locale, Editor by, CancellationToken ct)
    {
        var imported = new List<ImportedItem>();

        foreach (var units in file.Units.GroupBy(unit => unit.Name?.ItemId))
        {
            var found = units.Key is null ? null : await OneItem.ReadAsync(db, units.Key, locale, ct);

            // Whoever may not read a text learns nothing of it.
            var item = found is not null && Rights.May(by, Right.Read, found.Scope, locale) ? found : null;
            var one = new ImportedItem(item, locale, item is not null && Rights.May(by, Right.Edit, item.Scope, locale));
            imported.Add(one);

            if (item is null || !one.MayWrite || await origins.FindAsync(item, locale, ct) is not { } origin)
            {
                one.Refuse(units);
                continue;
            }

            var type = (await db.Types.AsNoTracking().SingleAsync(stored => stored.Name == item.Type, ct)).Read();
            one.Judge([.. units], type, await origins.PastAsync(origin, null, ct), origin.Variant.Published is not null);
        }

        return imported;
    }
}
