using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>The content types and settings of a batch: what is stored, and what becomes of it.</summary>
internal sealed class BatchDefinitions(CmsDb db, OpenChangeLog log)
{
    private readonly List<BatchProblem> _problems = [];

    public IReadOnlyList<BatchProblem> Problems => _problems;

    /// <summary>All content types, as they are after the batch.</summary>
    public Dictionary<string, ContentType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The languages, as they are after the batch.</summary>
    public Locales Locales { get; private set; } = SiteSettings.Empty.Locales;

    public async Task ApplyAsync(
        IEnumerable<ContentType> types,
        IReadOnlyCollection<string> removedTypes,
        IReadOnlyDictionary<string, JsonNode> settings,
        IEnumerable<string> setUpSteps,
        CancellationToken ct)
    {
        await ApplyTypesAsync(types, ct);
        await RemoveTypesAsync(removedTypes, ct);
        await ApplySettingsAsync(settings, ct);
        var done = await db.SetUpSteps.Select(step => step.Name).ToListAsync(ct);
        db.SetUpSteps.AddRange(setUpSteps.Except(done).Select(name => new SetUpStep { Name = name, DoneAt = log.At }));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task ApplyTypesAsync(IEnumerable<ContentType> types, CancellationToken ct)
    {
        var stored = await db.Types.ToDictionaryAsync(type => type.Name, ct);
        var last = stored.Values.Select(type => type.Order).DefaultIfEmpty(-1).Max();

        foreach (var type in stored.Values)
        {
            Types[type.Name] = type.Read();
        }

        foreach (var type in types)
        {
            var existing = stored.GetValueOrDefault(type.Name);

            if (existing is not null && JsonNode.DeepEquals(JsonNode.Parse(existing.Definition), type.Definition))
            {
                continue;
            }

            existing ??= db.Types.Add(new() { Name = type.Name, Definition = "", Order = ++last }).Entity;
            existing.Definition = type.Definition.ToJsonString();
            Types[type.Name] = type;
            log.AppendDefined(type.Name);
        }
    }

    private async Task RemoveTypesAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        foreach (var name in names.Where(Types.ContainsKey).Order(StringComparer.Ordinal))
        {
            if (await db.Items.CountAsync(item => item.Type == name, ct) is > 0 and var count)
            {
                _problems.Add(new("", "", "", $"The content type {name} still has {count} items. Delete them first."));
                continue;
            }

            Types.Remove(name);
            db.Types.Remove(await db.Types.SingleAsync(type => type.Name == name, ct));
            log.AppendDefined(name);
        }
    }

    private async Task ApplySettingsAsync(IReadOnlyDictionary<string, JsonNode> settings, CancellationToken ct)
    {
        var stored = await db.Settings.ToDictionaryAsync(setting => setting.Name, ct);
        var all = stored.ToDictionary(pair => pair.Key, pair => pair.Value.Read(), StringComparer.Ordinal);
        var hasChanged = false;

        foreach (var (name, value) in settings)
        {
            if (all.TryGetValue(name, out var before) && JsonNode.DeepEquals(before, value))
            {
                continue;
            }

            var existing = stored.GetValueOrDefault(name) ?? db.Settings.Add(new() { Name = name, Value = "" }).Entity;
            existing.Value = value.ToJsonString();
            all[name] = value;
            hasChanged = true;
        }

        Locales = new SiteSettings(all).Locales;

        if (hasChanged)
        {
            log.AppendDefined("");
        }
    }
}
