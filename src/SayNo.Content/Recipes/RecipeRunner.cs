using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>Runs a recipe: reads and checks all of it and of what it includes, then applies it in one transaction, or refuses it whole.</summary>
public sealed class RecipeRunner(CmsDb db, ContentBatch batch)
{
    private const int ItemsAtOnce = 200;

    /// <param name="file">The recipe.</param>
    /// <param name="options">How it is to be run.</param>
    /// <param name="setUpStep">A step of setting up the site that is done with it, in the same transaction; none outside of setting up.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="ct">Until the end, cancelling leaves everything as it was.</param>
    public async Task<RecipeResult> RunAsync(
        string file, RecipeOptions options, string? setUpStep, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var stored = await StoredDefinitionsAsync(ct);
        var plan = new RecipePlan(stored.Types, stored.Settings);
        var reading = new RecipeReading(plan, options);
        await reading.ReadAsync(file, ct);
        ReadItems(reading, progress, ct);
        var items = new ItemSets(reading).Join(plan.Rows);
        await new TypeChanges(db, reading).CheckAsync(stored.Types, ct);
        await new ItemChecks(db, reading).CheckAsync(items, ct);

        if (reading.Problems.Count > 0)
        {
            return Refused(reading);
        }

        await FillAsync(plan, items, setUpStep, ct);
        var told = progress is null ? null : new Told(progress);
        var result = await batch.CommitAsync(Editor.System, told, ct);
        BatchProblems.Report(result.Problems, file, reading);

        return result.IsApplied ? new([], 0, result.Items, result.Versions, result.Changes) : Refused(reading);
    }

    private static RecipeResult Refused(RecipeReading reading) => new(reading.Problems.ToList(), reading.Problems.Count, 0, 0, 0);

    private static void ReadItems(RecipeReading reading, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var reader = new ItemReader(reading);
        var content = reading.Plan.Content;

        for (var i = 0; i < content.Count; i++)
        {
            reading.ReturnTo(content[i].Text);

            if (reader.Read(content[i].Item) is { } row)
            {
                reading.Plan.Rows.Add(row);
            }

            if ((i + 1) % ItemsAtOnce == 0 || i + 1 == content.Count)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new("Reading items", i + 1, content.Count));
            }
        }
    }

    private async Task<(IReadOnlyList<ContentType> Types, SiteSettings Settings)> StoredDefinitionsAsync(CancellationToken ct)
    {
        var types = await db.Types.AsNoTracking().OrderBy(type => type.Order).Select(type => type.Definition).ToListAsync(ct);
        var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(setting => setting.Name, setting => setting.Value, ct);

        return (
            [.. types.Select(definition => ContentType.Read(RecipeJson.ObjectOf(definition)))],
            new(settings.ToDictionary(pair => pair.Key, pair => (JsonNode)RecipeJson.ObjectOf(pair.Value))));
    }

    private async Task FillAsync(RecipePlan plan, IReadOnlyList<PlannedItem> items, string? setUpStep, CancellationToken ct)
    {
        foreach (var type in plan.Types.Values)
        {
            batch.Put(type);
        }

        foreach (var name in plan.DeletedTypes.Keys)
        {
            batch.RemoveType(name);
        }

        foreach (var (name, value) in plan.AllSettings())
        {
            batch.PutSetting(name, value);
        }

        var withNeutral = await ItemsWithNeutralVariantAsync(ct);

        foreach (var item in items)
        {
            Fill(item, withNeutral.Contains(item.Id));
        }

        if (setUpStep is not null)
        {
            batch.MarkSetUp(setUpStep);
        }
    }

    /// <param name="item">The item.</param>
    /// <param name="hasNeutral">False leaves out a neutral variant without values that no row of the recipe stands for.</param>
    private void Fill(PlannedItem item, bool hasNeutral)
    {
        batch.Put(new BatchItem
        {
            Id = item.Id,
            Type = item.Row.Type.Name,
            Scope = item.Row.Scope,
            Slug = item.Row.Slug,
            Order = item.Row.Order,
            OverrideOf = item.Row.OverrideOf,
            CreatedAt = item.CreatedAt,
        });

        foreach (var variant in item.Variants.Where(one => hasNeutral || !one.IsOptional))
        {
            Put(item, variant, variant.Published, isPublished: true);
            Put(item, variant, variant.Draft, isPublished: false);
        }
    }

    private void Put(PlannedItem item, PlannedVariant variant, PlannedVersion? version, bool isPublished)
    {
        if (version is not null)
        {
            batch.Put(new BatchVersion
            {
                ItemId = item.Id,
                Locale = variant.Locale,
                VariantId = variant.Id,
                VersionId = version.Id,
                Values = version.Values,
                IsPublished = isPublished,
                IsReviewed = version.IsReviewed,
                Author = version.Author,
                Comment = version.Comment,
                CreatedAt = version.CreatedAt,
                PublishedAt = version.PublishedAt,
            });
        }
    }

    private async Task<HashSet<string>> ItemsWithNeutralVariantAsync(CancellationToken ct) =>
        [.. await db.Variants.Where(variant => variant.Locale == Variant.Neutral).Select(variant => variant.ItemId).ToListAsync(ct)];

    private sealed class Told(IProgress<RecipeProgress> progress) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => progress.Report(new("Writing items", value.Done, value.Total));
    }
}
