using System.Text;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating.Files;

/// <summary>Which texts go to a translator.</summary>
public sealed record TranslationSelection
{
    /// <summary>BCP 47 tag of the translation.</summary>
    public required string Locale { get; init; }

    /// <summary><c>EU</c> for the campaign, else a country.</summary>
    public required string Scope { get; init; }

    /// <summary>Names of content types; all of them if there are none.</summary>
    public IReadOnlyCollection<string> Types { get; init; } = [];

    /// <summary>These items alone; all of the scope if there are none.</summary>
    public IReadOnlyCollection<string> ItemIds { get; init; } = [];

    /// <summary>True for what is missing or outdated alone.</summary>
    public bool OnlyOpen { get; init; }
}

/// <summary>Writes texts into a file for a translator's own tools, segment by segment.</summary>
public sealed class TranslationExport(CmsDb db, PublishedContent published, Translations translations, Rights rights, TimeProvider time)
{
    /// <returns>How many segments the file holds.</returns>
    /// <exception cref="RightDeniedException">The texts are not to be read.</exception>
    public async Task<int> WriteAsync(TranslationSelection selection, ExchangeFormat format, Stream to, Editor by, CancellationToken ct)
    {
        rights.Demand(by, Right.Read, selection.Scope, selection.Locale);
        var items = await db.Items.AsNoTracking()
            .Where(item => item.Scope == selection.Scope)
            .Where(item => selection.Types.Count == 0 || selection.Types.Contains(item.Type))
            .Where(item => selection.ItemIds.Count == 0 || selection.ItemIds.Contains(item.Id))
            .OrderBy(item => item.Type).ThenBy(item => item.Order).ThenBy(item => item.Slug).ToListAsync(ct);
        var (units, source) = (new List<ExchangeUnit>(), "");

        foreach (var item in items)
        {
            if (await translations.OfAsync(item.Id, selection.Locale, by, ct) is { } pairs)
            {
                source = pairs.SourceLocale.Length > 0 && source.Length == 0 ? pairs.SourceLocale : source;
                units.AddRange(UnitsOf(item, pairs, selection.OnlyOpen));
            }
        }

        var file = new ExchangeFile(source, selection.Locale, units);
        await to.WriteAsync(Encoding.UTF8.GetBytes(format == ExchangeFormat.Po ? PoExchange.Write(file, time.GetUtcNow().UtcDateTime) : XliffExchange.Write(file)), ct);

        return units.Count;
    }

    private IEnumerable<ExchangeUnit> UnitsOf(ContentItem item, TranslationPairs pairs, bool onlyOpen)
    {
        var type = published.Public.Types.GetValueOrDefault(item.Type);
        var said = new Dictionary<(string, string), int>();

        foreach (var pair in pairs.Pairs)
        {
            if (pair.Source is not { IsText: true } source)
            {
                continue;
            }

            var occurrence = said.GetValueOrDefault((pair.Field, source.Hash));
            said[(pair.Field, source.Hash)] = occurrence + 1;

            if (!onlyOpen || pair.State is SegmentState.Missing or SegmentState.Outdated)
            {
                yield return UnitOf(item, pair, source, occurrence, type?[pair.Field]);
            }
        }
    }

    private static ExchangeUnit UnitOf(ContentItem item, SegmentPair pair, Segment source, int occurrence, Field? field) => new()
    {
        Name = new(item.Id, pair.Field, source.Hash, occurrence),
        Source = source.Text.ReplaceLineEndings("\n"),
        Target = pair.Target?.Text.ReplaceLineEndings("\n") ?? "",
        IsUnfinished = pair.State != SegmentState.Current,
        Previous = pair is { State: SegmentState.Outdated, IsMoved: false } ? pair.Then : null,
        SentTarget = pair.Target is { } target ? SourceHash.Of(target.Text) : ExchangeUnit.NoTarget,
        Notes = [.. NotesOf(item, pair, field)],
        Place = $"{item.Type}/{item.Scope}/{item.Slug} {pair.Field}",
    };

    private static IEnumerable<string> NotesOf(ContentItem item, SegmentPair pair, Field? field)
    {
        yield return $"{item.Type} {item.Slug}: {field?.Label ?? pair.Field}";

        if (field?.Hint is { } hint)
        {
            yield return hint;
        }

        if (field is TextualField { MaxLength: { } most })
        {
            yield return $"At most {most} characters.";
        }

        if (field is MarkdownField)
        {
            yield return "Markdown: keep its signs, links and numbers.";
        }

        if (pair.IsMoved)
        {
            yield return "The source says the same, in another place.";
        }
    }
}
