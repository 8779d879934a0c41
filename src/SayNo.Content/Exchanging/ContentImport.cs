using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Auditing;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Exchanging;

/// <summary>
/// Brings the texts of one owner in as drafts, all in one transaction or none. Nothing of another owner can be touched, and nothing becomes public.
/// </summary>
public sealed class ContentImport(CmsDb db, WriteTurns turns, Rights rights, AuditLog audit, Origins origins, TimeProvider time)
{
    /// <summary>Says what bringing a file in would change, and changes nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scope"><c>EU</c> or a country.</param>
    /// <param name="by">Who wants to bring it in.</param>
    /// <param name="progress">Told how many of a hundred parts are done.</param>
    /// <param name="ct">Ends the attempt.</param>
    public Task<ImportReport> CheckAsync(ImportFile file, string scope, Editor by, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        Demand(by, scope);

        return ReadAsync(file, scope, by, null, progress, ct);
    }

    /// <summary>Brings a file in, unless something is wrong with it or what is stored has changed since it was looked at.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scope"><c>EU</c> or a country.</param>
    /// <param name="fingerprint">That of the report that the person has read; null if nobody has.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="progress">Told how many of a hundred parts are done.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<ImportReport> ApplyAsync(
        ImportFile file, string scope, string? fingerprint, Editor by, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        Demand(by, scope);

        try
        {
            await using var transaction = await turns.BeginAsync(db, ct);
            db.ChangeTracker.Clear();
            var writer = new ImportWriter(db, origins, by, file.Name, UtcMoment.Stored(time.GetUtcNow().UtcDateTime));
            var report = await ReadAsync(file, scope, by, writer, progress, ct);

            if (report.IsRefused || (fingerprint is not null && fingerprint != report.Fingerprint))
            {
                return report with { IsStale = !report.IsRefused };
            }

            if (!report.ChangesNothing)
            {
                await audit.RecordAsync(db, Record(file, report), by, ct);
            }

            await transaction.CommitAsync(ct);

            return report with { IsApplied = true };
        }
        catch (DbUpdateException e) when (e.InnerException is DbException { SqlState: "23505" })
        {
            // Somebody created the same address or the same text in the same moment.
            return new() { Scope = scope, Items = [], Problems = [], Fingerprint = "", IsStale = true };
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private void Demand(Editor by, string scope)
    {
        if (!ReferenceEquals(by, Editor.System) && !Rights.Reach(by, Right.Exchange).Holds(scope))
        {
            rights.Demand(by, Right.Exchange, scope, Variant.Neutral);
        }
    }

    private async Task<ImportReport> ReadAsync(
        ImportFile file, string scope, Editor by, ImportWriter? writer, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var types = await db.Types.AsNoTracking().OrderBy(type => type.Order).ToListAsync(ct);
        var settings = await db.Settings.AsNoTracking().ToListAsync(ct);
        var reading = new RecipeReading(
            new(types.Select(type => type.Read()), new(settings.ToDictionary(setting => setting.Name, setting => setting.Read()))),
            new() { AsDrafts = true });
        using var comparison = new ImportComparison(reading, scope, by);
        var checks = new ImportChecks(db, reading, scope);
        await using var opened = file.Open();
        var stream = new ItemStream(opened, file.Name);

        await foreach (var items in new ImportedItems(stream, reading).ReadAsync(ct))
        {
            var stored = await StoredAsync(items, writer is not null, ct);
            await checks.CheckAsync(items, stored, ct);

            foreach (var item in items)
            {
                var known = stored.GetValueOrDefault(item.Id);
                var texts = comparison.Compare(item, known);

                if (writer is not null && reading.Problems.Count == 0 && (known is null || texts.Count > 0))
                {
                    await writer.AddAsync(item, known, texts, ct);
                }
            }

            await (writer?.SaveAsync(ct) ?? Task.CompletedTask);
            progress?.Report(new("Items, percent", (int)Math.Min(100, stream.Bytes * 100 / Math.Max(1, file.Length)), 100));
        }

        return comparison.Report();
    }

    /// <summary>What is stored of some items; whoever writes keeps everybody else from changing them until the end.</summary>
    private async Task<Dictionary<string, ContentItem>> StoredAsync(IReadOnlyList<PlannedItem> items, bool locks, CancellationToken ct)
    {
        string[] ids = [.. items.Select(item => item.Id).Order(StringComparer.Ordinal)];
        var wanted = db.Items.Where(item => ids.Contains(item.Id));

        if (locks)
        {
            await wanted.ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => item.Slug), ct);
        }

        return await (locks ? wanted : wanted.AsNoTracking())
            .Include(item => item.Variants).ThenInclude(variant => variant.Draft)
            .Include(item => item.Variants).ThenInclude(variant => variant.Published)
            .ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, ct);
    }

    private static AuditedAct Record(ImportFile file, ImportReport report) => new()
    {
        Act = Acts.Import,
        Scope = report.Scope,
        After = new JsonObject
        {
            ["items"] = report.NewItems + report.ChangedItems,
            ["versions"] = report.Texts,
            ["changes"] = 0,
            ["fingerprint"] = report.Fingerprint,
        }.ToJsonString(),
        Note = file.Name,
    };
}
