using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MakeRecipe;

/// <summary>What one item says in one locale.</summary>
internal sealed record Variant(string Locale, string Name, JsonObject Values, bool Reviewed);

/// <summary>One content item with its culture-neutral values and its variants, written as Orchard Core writes items.</summary>
internal sealed record Item(string Type, string Scope, string Slug)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    // Fixed, so that two runs write the same bytes.
    private const string MadeAt = "2026-11-22T00:00:00Z";

    public required string Name { get; init; }

    public int Order { get; init; }

    public required JsonObject Neutral { get; init; }

    public IReadOnlyList<Variant> Variants { get; init; } = [];

    private string Key => $"{Type}/{Scope}/{Slug}";

    public static void RefuseDuplicates(IEnumerable<Item> items)
    {
        foreach (var twice in items.GroupBy(item => item.Key).Where(same => same.Count() > 1))
        {
            throw new InvalidDataException($"{twice.Key} is there {twice.Count()} times in data/campaign.");
        }
    }

    /// <summary>One Orchard item of a localization set for each variant; a single item without a set if there is none.</summary>
    public IEnumerable<JsonObject> ToOrchard() => Variants is [] ? [ToOrchard(null)] : Variants.Select(ToOrchard);

    private static string Id(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));

        // Five bits a character; the lowest five of a byte are as even as any.
        return string.Concat(hash.Take(26).Select(octet => Alphabet[octet & 31]));
    }

    private JsonObject ToOrchard(Variant? variant)
    {
        var key = variant is null ? Key : $"{Key}/{variant.Locale}";
        var item = new JsonObject
        {
            ["ContentItemId"] = Id(key),
            ["ContentItemVersionId"] = Id($"{key}#1"),
            ["ContentType"] = Type,
            ["DisplayText"] = variant?.Name ?? Name,
            ["Latest"] = true,
            ["Published"] = true,
            ["ModifiedUtc"] = MadeAt,
            ["PublishedUtc"] = MadeAt,
            ["CreatedUtc"] = MadeAt,
            ["Owner"] = "",
            ["Author"] = "SayNo campaign",
            ["SayNoPart"] = Part(variant),
        };

        if (variant is not null)
        {
            item["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = Id(Key), ["Culture"] = variant.Locale };
        }

        item[Type] = new JsonObject([.. Copy(Neutral), .. Copy(variant?.Values ?? [])]);

        return item;
    }

    private JsonObject Part(Variant? variant)
    {
        var part = new JsonObject { [nameof(Scope)] = Scope, [nameof(Slug)] = Slug };

        if (Order != 0)
        {
            part[nameof(Order)] = Order;
        }

        if (variant is { Reviewed: false })
        {
            part[nameof(Variant.Reviewed)] = false;
        }

        return part;
    }

    // A node has one parent, and neutral values stand in every variant.
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Copy(JsonObject values) =>
        values.Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone()));
}
