using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>Checks the items of a recipe against each other and against those that are stored: ids, slugs, overrides and references.</summary>
internal sealed class ItemChecks(CmsDb db, RecipeReading reading)
{
    public async Task CheckAsync(IReadOnlyList<PlannedItem> items, CancellationToken ct)
    {
        if (items.Count == 0)
        {
            return;
        }

        var all = await db.Items.AsNoTracking()
            .Select(item => new Known(item.Id, item.Type, item.Scope, item.Slug, item.OverrideOf))
            .ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, ct);

        foreach (var row in items.Select(item => item.Row))
        {
            Replace(row, all);
        }

        CheckSlugs(items, all.Values);

        foreach (var item in items.Where(item => item.Row.OverrideOf is not null))
        {
            CheckOverride(item.Row, all);
        }

        CheckOverriddenOnce(items, all.Values);

        // A draft may point to what is still to be written.
        foreach (var row in reading.Plan.Rows.Where(row => row.IsPublished))
        {
            CheckReferences(row, all);
        }
    }

    /// <summary>What is checked is the site as it would be with the recipe.</summary>
    private void Replace(ItemRow row, Dictionary<string, Known> all)
    {
        if (all.TryGetValue(row.ItemId, out var stored) && stored.Type != row.Type.Name)
        {
            Refuse(row, row.Place, "ContentType", $"The stored item {row.ItemId} is a {stored.Type} and stays one.");
        }

        all[row.ItemId] = new(row.ItemId, row.Type.Name, row.Scope, row.Slug, row.OverrideOf);
    }

    private void CheckSlugs(IReadOnlyList<PlannedItem> items, IEnumerable<Known> all)
    {
        var owners = all.ToLookup(item => (item.Type, item.Scope, item.Slug));

        foreach (var row in items.Select(item => item.Row))
        {
            if (owners[(row.Type.Name, row.Scope, row.Slug)].FirstOrDefault(other => other.Id != row.ItemId) is { } other)
            {
                RefuseOwn(row, "Slug", $"The slug {row.Slug} belongs to another {row.Type.Name} of {row.Scope}, the item {other.Id}.");
            }
        }
    }

    private void CheckOverride(ItemRow row, Dictionary<string, Known> all)
    {
        var sentence = all.GetValueOrDefault(row.OverrideOf ?? "") switch
        {
            null => $"There is no item {row.OverrideOf}, neither in the recipe nor stored.",
            { } original when original.Id == row.ItemId => "An item cannot override itself.",
            { } original when Cycle(row.ItemId, all) is { } cycle => $"The items override each other: {cycle}.",
            { OverrideOf: not null } => $"{row.OverrideOf} is an override itself. Override the campaign's item instead.",
            { } original when original.Type != row.Type.Name =>
                $"{row.OverrideOf} is a {original.Type}; a {row.Type.Name} cannot override it.",
            { } original when original.Scope != Scopes.Campaign =>
                $"{row.OverrideOf} belongs to {original.Scope}. Only the campaign's items can be overridden.",
            _ when !Scopes.IsCountry(row.Scope) => "Only a country overrides an item; this one belongs to the campaign.",
            _ => null,
        };

        if (sentence is not null)
        {
            RefuseOwn(row, "OverrideOf", sentence);
        }
    }

    private static string? Cycle(string id, Dictionary<string, Known> all)
    {
        var chain = new List<string> { id };

        while (all.GetValueOrDefault(chain[^1])?.OverrideOf is { } next)
        {
            if (chain.Contains(next))
            {
                return next == id ? string.Join(" → ", chain.Append(next)) : null;
            }

            chain.Add(next);
        }

        return null;
    }

    private void CheckOverriddenOnce(IReadOnlyList<PlannedItem> items, IEnumerable<Known> all)
    {
        var overrides = all.Where(item => item.OverrideOf is not null).ToLookup(item => (item.OverrideOf, item.Scope));

        foreach (var row in items.Select(item => item.Row).Where(row => row.OverrideOf is not null))
        {
            if (overrides[(row.OverrideOf, row.Scope)].FirstOrDefault(other => other.Id != row.ItemId) is { } other)
            {
                RefuseOwn(row, "OverrideOf", $"{row.Scope} overrides {row.OverrideOf} already, by the item {other.Id}.");
            }
        }
    }

    private void CheckReferences(ItemRow row, Dictionary<string, Known> all)
    {
        foreach (var field in row.Type.Fields)
        {
            if ((field.Localized ? row.Localized : row.Neutral)[field.Name] is not { } value)
            {
                continue;
            }

            foreach (var id in field.References(value).Where(id => !all.ContainsKey(id)))
            {
                Refuse(row, row.Place[row.Type.Name] ?? row.Place, field.Name,
                    $"{field.Label} points to the item {id}, which is neither in the recipe nor stored.");
            }
        }
    }

    private void RefuseOwn(ItemRow row, string member, string sentence) => Refuse(row, row.Place["SayNoPart"] ?? row.Place, member, sentence);

    private void Refuse(ItemRow row, JsonNode parent, string member, string sentence)
    {
        reading.ReturnTo(row.Text);
        reading.Refuse(parent, member, sentence);
    }

    private sealed record Known(string Id, string Type, string Scope, string Slug, string? OverrideOf);
}
