using System.Text.Json.Nodes;
using SayNo.Content.Auditing;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>
/// Writes many content types, settings, items and versions in one transaction, with one run of change numbers. It says what shall be;
/// what is so already is left alone, so that the same batch twice changes nothing. Use one instance for one commit.
/// </summary>
public sealed class ContentBatch(CmsDb db, ChangeLog log, Rights rights)
{
    private const int ItemsAtOnce = 200;

    private readonly OrderedDictionary<string, ContentType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedTypes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonNode> _settings = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, BatchItem> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BatchVersion>> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setUpSteps = new(StringComparer.Ordinal);

    /// <summary>What the audit log keeps of it, in the place of an import.</summary>
    public AuditedAct? Act { get; set; }

    /// <summary>What a module keeps about it, in the same transaction. If it answers false, nothing is done.</summary>
    public Func<CmsDb, CancellationToken, Task<bool>>? Along { get; set; }

    /// <summary>Adds a content type behind the others, or alters the one of that name where it stands.</summary>
    public void Put(ContentType type) => _types[type.Name] = type;

    /// <summary>Removes a content type; refused while it has items.</summary>
    public void RemoveType(string name) => _removedTypes.Add(name);

    public void PutSetting(string name, JsonNode value) => _settings[name] = value;

    /// <summary>Adds or alters an item. It may come before or after its versions.</summary>
    public void Put(BatchItem item) => _items[item.Id] = item;

    /// <summary>Adds a version to an item of this batch.</summary>
    public void Put(BatchVersion version)
    {
        if (!_versions.TryGetValue(version.ItemId, out var versions))
        {
            _versions[version.ItemId] = versions = [];
        }

        versions.Add(version);
    }

    /// <summary>Remembers that a step of setting up the site is done, together with all that it did.</summary>
    public void MarkSetUp(string step) => _setUpSteps.Add(step);

    /// <summary>Checks and applies all of it, or nothing.</summary>
    public async Task<BatchResult> CommitAsync(Editor by, IProgress<BatchProgress>? progress, CancellationToken ct)
    {
        DemandRights(by);

        try
        {
            await using var open = await log.OpenAsync(by, ct);
            var definitions = new BatchDefinitions(db, open);
            await definitions.ApplyAsync(_types.Values, _removedTypes, _settings, _setUpSteps, ct);
            var content = new BatchContent(db, open, new(db, rights, by), definitions);
            await ApplyAsync(content, progress, ct);

            BatchProblem[] problems = [.. definitions.Problems, .. content.Problems];

            if (problems.Length == 0 && Along is { } along && !await along(db, ct))
            {
                problems = [new("", "", "", "Somebody else was quicker. Look at it again.")];
            }

            if (problems.Length > 0)
            {
                return new(problems, 0, 0, 0, open.Sequence - open.Count);
            }

            await open.CommitAsync(Record(content, open), ct);

            return new([], content.Items, content.Versions, open.Count, open.Sequence);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private AuditedAct? Record(BatchContent content, OpenChangeLog open) => content.Items + content.Versions + open.Count == 0 ? null : Act ?? new()
    {
        Act = Acts.Import,
        After = new JsonObject
        {
            ["items"] = content.Items,
            ["versions"] = content.Versions,
            ["changes"] = open.Count,
            ["types"] = new JsonArray([.. _types.Keys.Concat(_removedTypes).Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]),
            ["settings"] = new JsonArray([.. _settings.Keys.Select(name => JsonValue.Create(name))]),
        }.ToJsonString(),
    };

    private async Task ApplyAsync(BatchContent content, IProgress<BatchProgress>? progress, CancellationToken ct)
    {
        // An override needs its original to be there; the rest stays in the caller's order.
        BatchItem[] ordered = [.. _items.Values.Where(item => item.OverrideOf is null), .. _items.Values.Where(item => item.OverrideOf is not null)];
        await content.BeginAsync(ordered, _versions, ct);
        var done = 0;

        foreach (var chunk in ordered.Chunk(ItemsAtOnce))
        {
            await content.ApplyAsync([.. chunk.Select(item => (item, _versions.GetValueOrDefault(item.Id) ?? []))], ct);
            progress?.Report(new(done += chunk.Length, ordered.Length));
        }

        await content.EndAsync(ct);
    }

    private void DemandRights(Editor by)
    {
        if (_types.Count + _removedTypes.Count + _settings.Count + _setUpSteps.Count > 0)
        {
            rights.Demand(by, Right.Define, Scopes.Campaign, Variant.Neutral);
        }

        foreach (var item in _items.Values)
        {
            rights.Demand(by, Right.Edit, item.Scope, Variant.Neutral);

            foreach (var version in _versions.GetValueOrDefault(item.Id) ?? [])
            {
                rights.Demand(by, version.IsPublished ? Right.Publish : Right.Edit, item.Scope, version.Locale);
            }
        }
    }
}
