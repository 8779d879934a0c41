using System.Text.Json;

namespace SayNo.Content.Recipes;

/// <summary>Puts the rows of each localization set together into one item, and refuses rows that contradict each other.</summary>
internal sealed class ItemSets(RecipeReading reading)
{
    public IReadOnlyList<PlannedItem> Join(IReadOnlyList<ItemRow> rows)
    {
        RefuseTwice(rows, row => row.VersionId, "ContentItemVersionId", "Another item has this version id already");
        RefuseSharedIds(rows);

        return [.. rows.GroupBy(row => row.ItemId, StringComparer.Ordinal).Select(set => Join([.. set]))];
    }

    private PlannedItem Join(List<ItemRow> rows)
    {
        foreach (var row in rows.Skip(1))
        {
            RefuseContradictions(rows[0], row);
        }

        foreach (var twice in rows.GroupBy(row => (row.Locale, row.IsPublished)).SelectMany(same => same.Skip(1)))
        {
            Refuse(twice, "ContentItemId", twice.IsPublished
                ? $"The item is there twice as published{InLocale(twice)}."
                : $"The item is there twice as a draft{InLocale(twice)}.");
        }

        var locales = rows.Where(row => !row.IsNeutral).GroupBy(row => row.Locale).Select(variant => Variant([.. variant])).ToList();
        var neutral = Neutral(rows);

        return new()
        {
            Row = rows[0],
            CreatedAt = rows.Min(row => row.CreatedAt),
            Variants = neutral is null ? locales : [neutral, .. locales],
        };
    }

    private static PlannedVariant Variant(List<ItemRow> rows)
    {
        var published = rows.Find(row => row.IsPublished);
        var draft = rows.Find(row => !row.IsPublished);

        return new(rows[0].VariantId, rows[0].Locale, Version(published, one => one.Localized), Version(draft, one => one.Localized));
    }

    /// <summary>The neutral variant: of its own rows, or else of the values that the locales repeat.</summary>
    private PlannedVariant? Neutral(List<ItemRow> rows)
    {
        if (!rows[0].Type.HasNeutralFields)
        {
            return null;
        }

        var own = rows.Where(row => row.IsNeutral).ToList();
        var published = own.Find(row => row.IsPublished) ?? (own.Count == 0 ? rows.Find(row => row.IsPublished) : null);
        var draft = own.Find(row => !row.IsPublished) ?? (own.Count == 0 ? rows.Find(row => !row.IsPublished) : null);
        RefuseDisagreement(rows.Where(row => row.IsPublished), published ?? draft);
        RefuseDisagreement(rows.Where(row => !row.IsPublished), draft ?? published);

        if (own.Count > 0)
        {
            return new(own[0].VariantId, "", Version(published, one => one.Neutral), Version(draft, one => one.Neutral));
        }

        var isDraftOfItsOwn = published is null || (draft is not null && !draft.Neutral.Same(published.Neutral));

        return new(rows[0].ItemId, "", Derived(published, rows), isDraftOfItsOwn ? Derived(draft, rows) : null)
        {
            IsOptional = rows.TrueForAll(row => !row.Neutral.All.Any()),
        };
    }

    private void RefuseDisagreement(IEnumerable<ItemRow> rows, ItemRow? expected)
    {
        if (expected is null)
        {
            return;
        }

        foreach (var row in rows.Where(row => !row.Neutral.Same(expected.Neutral)))
        {
            var field = row.Type.Fields.First(one => !one.Localized && !Same(row.Neutral[one.Name], expected.Neutral[one.Name])).Name;
            reading.ReturnTo(row.Text);
            reading.Refuse(row.Place[row.Type.Name] ?? row.Place, field,
                $"{field} is the same in every language, but differs from {expected.At}.");
        }
    }

    private static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null && other is null;

    private static PlannedVersion? Version(ItemRow? row, Func<ItemRow, ContentValues> values) => row is null ? null : new()
    {
        Id = row.VersionId ?? ContentId.Of($"{row.ItemId}/{row.Locale}/{row.IsPublished}/{values(row)}"),
        Values = values(row),
        IsReviewed = row.IsReviewed,
        Author = row.Author,
        Comment = row.Comment,
        CreatedAt = row.ModifiedAt,
        PublishedAt = row.PublishedAt,
    };

    /// <summary>A version nobody has written down: its id follows from its values, so that every site that runs the recipe has the same.</summary>
    private static PlannedVersion? Derived(ItemRow? row, List<ItemRow> rows) =>
        row is null ? null : Version(row with { VersionId = null, Locale = "", Comment = null, IsReviewed = true }, one => one.Neutral) is { } version
            ? version with
            {
                CreatedAt = rows.Where(one => one.IsPublished == row.IsPublished).Min(one => one.ModifiedAt),
                PublishedAt = rows.Where(one => one.IsPublished == row.IsPublished).Min(one => one.PublishedAt),
            }
            : null;

    private void RefuseContradictions(ItemRow first, ItemRow row)
    {
        var wrong = (row.Type.Name != first.Type.Name, row.Scope != first.Scope, row.Slug != first.Slug, row.Order != first.Order,
            row.OverrideOf != first.OverrideOf) switch
        {
            (true, _, _, _, _) => "ContentType",
            (_, true, _, _, _) => "Scope",
            (_, _, true, _, _) => "Slug",
            (_, _, _, true, _) => "Order",
            (_, _, _, _, true) => "OverrideOf",
            _ => null,
        };

        if (wrong is not null)
        {
            var isOwn = wrong != "ContentType";
            reading.ReturnTo(row.Text);
            reading.Refuse(isOwn ? row.Place["SayNoPart"] ?? row.Place : row.Place, wrong,
                $"{wrong} differs from {first.At}, which is the same item (LocalizationSet {row.ItemId}).");
        }
    }

    /// <summary>One ContentItemId is one variant: the same id in another set or language would be two.</summary>
    private void RefuseSharedIds(IReadOnlyList<ItemRow> rows)
    {
        var owners = new Dictionary<string, ItemRow>(StringComparer.Ordinal);

        foreach (var row in rows)
        {
            if (!owners.TryAdd(row.VariantId, row) && (owners[row.VariantId].ItemId, owners[row.VariantId].Locale) != (row.ItemId, row.Locale))
            {
                Refuse(row, "ContentItemId", $"{owners[row.VariantId].At} has the same ContentItemId.");
            }
        }

        foreach (var variant in rows.GroupBy(row => (row.ItemId, row.Locale)))
        {
            foreach (var other in variant.Where(row => row.VariantId != variant.First().VariantId))
            {
                Refuse(other, "ContentItemId",
                    $"{variant.First().At} is the same item in the same language with another ContentItemId.");
            }
        }
    }

    private void RefuseTwice(IReadOnlyList<ItemRow> rows, Func<ItemRow, string?> id, string member, string sentence)
    {
        var seen = new Dictionary<string, ItemRow>(StringComparer.Ordinal);

        foreach (var row in rows)
        {
            if (id(row) is { } value && !seen.TryAdd(value, row))
            {
                Refuse(row, member, $"{sentence}: {seen[value].At}.");
            }
        }
    }

    private void Refuse(ItemRow row, string member, string sentence)
    {
        reading.ReturnTo(row.Text);
        reading.Refuse(row.Place, member, sentence);
    }

    private static string InLocale(ItemRow row) => row.IsNeutral ? "" : $" in {row.Locale}";
}
