using Microsoft.EntityFrameworkCore;
using SayNo.Content.Publishing;
using SayNo.Content.Recipes;
using SayNo.Content.Storage;

namespace SayNo.Content.Exchanging;

/// <summary>Sees to it that an import stays within its owner, and that its new items fit what is there.</summary>
internal sealed class ImportChecks(CmsDb db, RecipeReading reading, string scope)
{
    private readonly HashSet<(string Type, string Slug)> _addresses = [];
    private readonly HashSet<string> _originals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variants = new(StringComparer.Ordinal);

    public async Task CheckAsync(IReadOnlyList<PlannedItem> items, IReadOnlyDictionary<string, ContentItem> stored, CancellationToken ct)
    {
        foreach (var item in items)
        {
            CheckOwner(item.Row, stored.GetValueOrDefault(item.Id));
        }

        var added = items.Where(item => !stored.ContainsKey(item.Id)).ToList();
        await CheckAddressesAsync(added, ct);
        await CheckOverridesAsync(added, ct);
        await CheckIdsAsync(items, stored, ct);
    }

    private void CheckOwner(ItemRow row, ContentItem? stored)
    {
        if (row.Scope != scope)
        {
            RefuseOwn(row, "Scope", $"The item {row.ItemId} (\"{row.Slug}\") belongs to {row.Scope}. An import for {scope} brings in nothing of another owner.");
        }
        else if (stored is not null && stored.Scope != scope)
        {
            RefuseOwn(row, "Scope", $"The item {row.ItemId} (\"{stored.Slug}\") is stored, and belongs to {stored.Scope}. An import for {scope} cannot touch it.");
        }
        else if (stored is not null && stored.Type != row.Type.Name)
        {
            Refuse(row, "ContentType", $"The stored item {row.ItemId} is a {stored.Type} and stays one.");
        }
        else if (stored is not null && stored.OverrideOf != row.OverrideOf)
        {
            RefuseOwn(row, "OverrideOf", $"The stored item {row.ItemId} replaces {stored.OverrideOf ?? "nothing"}, which does not change.");
        }
    }

    private async Task CheckAddressesAsync(List<PlannedItem> added, CancellationToken ct)
    {
        string[] slugs = [.. added.Select(item => item.Row.Slug)];
        var others = await db.Items.AsNoTracking().Where(item => item.Scope == scope && slugs.Contains(item.Slug))
            .Select(item => new { item.Id, item.Type, item.Slug }).ToListAsync(ct);

        foreach (var row in added.Select(item => item.Row))
        {
            if (others.Find(other => other.Type == row.Type.Name && other.Slug == row.Slug) is { } other)
            {
                RefuseOwn(row, "Slug", $"Another {row.Type.Name} of {scope} has the address \"{row.Slug}\" already: {other.Id}.");
            }
            else if (!_addresses.Add((row.Type.Name, row.Slug)))
            {
                RefuseOwn(row, "Slug", $"Another {row.Type.Name} of this file has the address \"{row.Slug}\" already.");
            }
        }
    }

    private async Task CheckOverridesAsync(List<PlannedItem> added, CancellationToken ct)
    {
        string[] ids = [.. added.Select(item => item.Row.OverrideOf).OfType<string>()];

        if (ids.Length == 0)
        {
            return;
        }

        var originals = await db.Items.AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, ct);
        var taken = await db.Items.AsNoTracking().Where(item => item.Scope == scope && item.OverrideOf != null && ids.Contains(item.OverrideOf))
            .Select(item => item.OverrideOf).ToListAsync(ct);

        foreach (var row in added.Select(item => item.Row))
        {
            if (row.OverrideOf is not { } id)
            {
                continue;
            }

            var sentence = originals.GetValueOrDefault(id) is not { } original
                ? $"It replaces the item {id}, which does not exist."
                : OverrideRules.Against(original.Type, original.Scope, original.OverrideOf, row.Type.Name, scope)?.ToString();

            if (sentence is null && (taken.Contains(id) || !_originals.Add(id)))
            {
                sentence = $"{scope} already has its own wording of {id}.";
            }

            if (sentence is not null)
            {
                RefuseOwn(row, "OverrideOf", sentence);
            }
        }
    }

    private async Task CheckIdsAsync(IReadOnlyList<PlannedItem> items, IReadOnlyDictionary<string, ContentItem> stored, CancellationToken ct)
    {
        var added = items.SelectMany(item => item.Variants
            .Where(variant => stored.GetValueOrDefault(item.Id)?.Variants.Exists(one => one.Locale == variant.Locale) != true)
            .Select(variant => (item.Row, variant.Id))).ToList();

        foreach (var some in added.Chunk(500))
        {
            string[] ids = [.. some.Select(one => one.Id)];
            var taken = await db.Variants.AsNoTracking().Where(variant => ids.Contains(variant.Id)).Select(variant => variant.Id).ToListAsync(ct);

            foreach (var (row, id) in some.Where(one => taken.Contains(one.Id) || !_variants.Add(one.Id)))
            {
                Refuse(row, "ContentItemId", $"The id {id} belongs to another text already.");
            }
        }
    }

    private void RefuseOwn(ItemRow row, string member, string sentence)
    {
        reading.ReturnTo(row.Text);
        reading.Refuse(row.Place["SayNoPart"] ?? row.Place, member, sentence);
    }

    private void Refuse(ItemRow row, string member, string sentence)
    {
        reading.ReturnTo(row.Text);
        reading.Refuse(row.Place, member, sentence);
    }
}
