using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Publishing;

/// <summary>Looks at the items of a batch as a whole: addresses, owners and overrides must fit each other and what is stored.</summary>
internal sealed class BatchItems(CmsDb db, Rights rights, Editor by)
{
    private readonly List<BatchProblem> _problems = [];
    private readonly Dictionary<string, Header> _stored = new(StringComparer.Ordinal);
    private Dictionary<string, BatchItem> _items = [];

    public IReadOnlyList<BatchProblem> Problems => _problems;

    public async Task CheckAsync(IReadOnlyList<BatchItem> items, BatchDefinitions definitions, CancellationToken ct)
    {
        _items = items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        await LoadAsync(items.Select(item => item.Id).Concat(items.Select(item => item.OverrideOf).OfType<string>()), ct);

        foreach (var item in items)
        {
            CheckForm(item, definitions);
            CheckOverride(item);
        }

        await CheckAddressesAsync(items, ct);
        await CheckOriginalsAsync(items, ct);
    }

    public bool Contains(string id) => _items.ContainsKey(id);

    /// <summary>Takes the old addresses away from the items that get others, so that two of them can swap theirs.</summary>
    public async Task FreeAddressesAsync(CancellationToken ct)
    {
        var moving = _items.Values
            .Where(item => _stored.TryGetValue(item.Id, out var stored) && (stored.Scope != item.Scope || stored.Slug != item.Slug))
            .Select(item => item.Id);

        foreach (var some in moving.Chunk(500))
        {
            await db.Items.Where(item => some.Contains(item.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Slug, item => "~" + item.Id), ct);
        }
    }

    /// <summary>Whether the public sees the stored item elsewhere, or in another place of a list, than the batch wants.</summary>
    public bool Moves(BatchItem item) =>
        _stored.TryGetValue(item.Id, out var stored)
        && stored != new Header(item.Id, item.Type, item.Scope, item.Slug, item.Order, item.OverrideOf);

    private async Task LoadAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        foreach (var some in ids.Distinct().Chunk(500))
        {
            var found = db.Items.Where(item => some.Contains(item.Id))
                .Select(item => new Header(item.Id, item.Type, item.Scope, item.Slug, item.Order, item.OverrideOf));

            await foreach (var header in found.AsAsyncEnumerable().WithCancellation(ct))
            {
                _stored[header.Id] = header;
            }
        }
    }

    private void CheckForm(BatchItem item, BatchDefinitions definitions)
    {
        var stored = _stored.GetValueOrDefault(item.Id);

        if (stored is not null && stored.Scope != item.Scope)
        {
            rights.Demand(by, Right.Edit, stored.Scope, Variant.Neutral);
        }

        CheckNames(item);

        if (!definitions.Types.ContainsKey(item.Type))
        {
            Refuse(item, $"There is no content type {item.Type}.");
        }

        if (stored is not null && stored.Type != item.Type)
        {
            Refuse(item, $"The item is a {stored.Type} already and cannot become a {item.Type}.");
        }
    }

    private void CheckNames(BatchItem item)
    {
        if (!ContentId.IsValid(item.Id))
        {
            Refuse(item, $"\"{item.Id}\" is no id: it must have {ContentId.Length} characters of 0-9 and a-z without i, l, o and u.");
        }

        if (!Scopes.IsValid(item.Scope))
        {
            Refuse(item, $"\"{item.Scope}\" is no scope. Use EU for the campaign, or a country code of two capital letters.");
        }

        if (!Slugs.IsValid(item.Slug))
        {
            Refuse(item, $"\"{item.Slug}\" cannot be part of an address. Use small letters a-z, digits and single hyphens.");
        }
    }

    private void CheckOverride(BatchItem item)
    {
        if (item.OverrideOf is null)
        {
            return;
        }

        var original = Find(item.OverrideOf);

        if (original is null)
        {
            Refuse(item, $"It replaces the item {item.OverrideOf}, which does not exist.");
        }
        else if (OverrideRules.Against(original.Type, original.Scope, original.OverrideOf, item.Type, item.Scope) is { } sentence)
        {
            Refuse(item, sentence);
        }
    }

    private Header? Find(string id) => _items.TryGetValue(id, out var item)
        ? new(item.Id, item.Type, item.Scope, item.Slug, item.Order, item.OverrideOf)
        : _stored.GetValueOrDefault(id);

    private async Task CheckAddressesAsync(IReadOnlyList<BatchItem> items, CancellationToken ct)
    {
        var taken = new Dictionary<(string Type, string Scope, string Slug), string>();

        foreach (var slugs in items.Select(item => item.Slug).Distinct().Chunk(500))
        {
            var others = await db.Items.Where(item => slugs.Contains(item.Slug))
                .Select(item => new { item.Id, item.Type, item.Scope, item.Slug }).ToListAsync(ct);

            foreach (var other in others)
            {
                if (!_items.ContainsKey(other.Id))
                {
                    taken[(other.Type, other.Scope, other.Slug)] = other.Id;
                }
            }
        }

        foreach (var item in items.Where(item => !taken.TryAdd((item.Type, item.Scope, item.Slug), item.Id)))
        {
            var other = taken[(item.Type, item.Scope, item.Slug)];
            Refuse(item, $"Another {item.Type} of {item.Scope} has the address \"{item.Slug}\" already: {other}.");
        }
    }

    // One override per item and country; and what is overridden must stay a campaign item.
    private async Task CheckOriginalsAsync(IReadOnlyList<BatchItem> items, CancellationToken ct)
    {
        var ids = items.Select(item => item.Id).Concat(items.Select(item => item.OverrideOf).OfType<string>()).Distinct();
        var taken = new Dictionary<(string OverrideOf, string Scope), string>();

        foreach (var some in ids.Chunk(500))
        {
            foreach (var one in await db.Items.Where(item => item.OverrideOf != null && some.Contains(item.OverrideOf)).ToListAsync(ct))
            {
                if (one.OverrideOf is { } original && !_items.ContainsKey(one.Id))
                {
                    taken[(original, one.Scope)] = one.Id;

                    if (_items.TryGetValue(original, out var altered) && (altered.OverrideOf is not null || altered.Scope != Scopes.Campaign))
                    {
                        Refuse(altered, $"{one.Scope} has its own wording of it, so that it must stay an item of the campaign.");
                    }
                }
            }
        }

        foreach (var item in items.Where(item => item.OverrideOf is { } original && !taken.TryAdd((original, item.Scope), item.Id)))
        {
            Refuse(item, $"{item.Scope} already has its own wording of {item.OverrideOf}.");
        }

        db.ChangeTracker.Clear();
    }

    private void Refuse(BatchItem item, string sentence) => _problems.Add(new(item.Id, Variant.Neutral, "", sentence));

    private sealed record Header(string Id, string Type, string Scope, string Slug, int Order, string? OverrideOf);
}
