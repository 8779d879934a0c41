using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Testing;

namespace SayNo.Web.Tests;

/// <summary>The campaign as its recipe writes it, as a picture, without a database: what the public site is made of.</summary>
internal static class RecipePicture
{
    public static Picture Campaign { get; } = Make();

    private static Picture Make()
    {
        var types = Directory.GetFiles(Repository.Path("modules/SayNo.Campaign/Recipes"), "*.recipe.json").Select(Type).ToDictionary(type => type.Name);
        var items = Directory.GetFiles(Repository.Path("recipes/campaign"), "*.recipe.json")
            .SelectMany(path => Steps(path)).SelectMany(step => (step["data"] as JsonArray) ?? []).OfType<JsonObject>()
            .GroupBy(item => (string?)item["LocalizationPart"]?["LocalizationSet"] ?? (string)item["ContentItemId"]!)
            .ToDictionary(set => set.Key, set => (PublishedItem?)Item(set.Key, [.. set], types));
        var settings = Steps(Repository.Path("recipes/saynocampaign.recipe.json")).Single(step => (string?)step["name"] == "settings");

        return Picture.Empty
            .With(1, new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), types.Values, new(settings.Where(pair => pair.Key != "name").ToDictionary(pair => pair.Key, pair => pair.Value!.DeepClone())))
            .With(2, new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), items);
    }

    private static IEnumerable<JsonObject> Steps(string path) => JsonNode.Parse(File.ReadAllText(path))!["steps"]!.AsArray().OfType<JsonObject>();

    private static ContentType Type(string path)
    {
        var step = Steps(path).Single();
        var type = step["ContentTypes"]![0]!;
        var fields = step["ContentParts"]![0]!["ContentPartFieldDefinitionRecords"]!.AsArray().Select(record => FieldKinds.Read(record!.AsObject()));

        return new((string)type["Name"]!, (string)type["DisplayName"]!, [.. fields], step);
    }

    private static PublishedItem Item(string id, IReadOnlyList<JsonObject> set, Dictionary<string, ContentType> types)
    {
        var part = set[0]["SayNoPart"]!;
        var type = types[(string)set[0]["ContentType"]!];

        return new()
        {
            Id = id,
            Type = type.Name,
            Scope = (string)part["Scope"]!,
            Slug = (string)part["Slug"]!,
            Order = (int?)part["Order"] ?? 0,
            Neutral = type.HasNeutralFields ? Version(set[0], type, localized: false) : null,
            Locales = set.Where(item => item["LocalizationPart"] is not null)
                .ToImmutableSortedDictionary(item => (string)item["LocalizationPart"]!["Culture"]!, item => Version(item, type, localized: true), StringComparer.Ordinal),
        };
    }

    private static PublishedVersion Version(JsonObject item, ContentType type, bool localized)
    {
        var values = new JsonObject();

        foreach (var (name, members) in item[type.Name]!.AsObject())
        {
            if (type[name] is { } field && field.Localized == localized && field.FromOrchard(members!.AsObject()) is { } value)
            {
                values[name] = value;
            }
        }

        return new()
        {
            Id = (string)item["ContentItemVersionId"]!,
            Number = 1,
            Values = ContentValues.Parse(values.ToJsonString()),
            IsReviewed = !localized || ((bool?)item["SayNoPart"]!["Reviewed"] ?? true),
            PublishedAt = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        };
    }
}
