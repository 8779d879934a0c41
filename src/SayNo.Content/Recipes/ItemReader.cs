using System.Text.Json;
using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>Reads one content item in Orchard Core's form, and says what is wrong with it.</summary>
internal sealed class ItemReader(RecipeReading reading)
{
    private const string OwnPart = "SayNoPart";

    private readonly Locales _locales = reading.Plan.Locales;
    private readonly ItemValues _values = new(reading);

    /// <summary>The item; none if something is wrong with it, which has then been refused.</summary>
    public ItemRow? Read(JsonObject item)
    {
        var before = reading.Problems.Count;

        if (TypeOf(item) is not { } type)
        {
            return null;
        }

        reading.RefuseOthers(item, "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc",
            "PublishedUtc", "CreatedUtc", "Owner", "Author", OwnPart, "LocalizationPart", type.Name);

        var own = RequiredPart(item, OwnPart);
        var row = own is null ? null : Read(item, own, type);

        if (row is not null)
        {
            _values.RefuseWrong(row);
        }

        return reading.Problems.Count == before ? row : null;
    }

    private ContentType? TypeOf(JsonObject item)
    {
        var name = reading.RequiredTextOf(item, "ContentType");

        if (name is null || reading.Plan.BrokenTypes.Contains(name))
        {
            return null;
        }

        if (!reading.Plan.Types.TryGetValue(name, out var type))
        {
            reading.Refuse(item, "ContentType", $"No content type is named {name}. There are: {string.Join(", ", reading.Plan.Types.Keys)}.");
        }

        return type;
    }

    private ItemRow Read(JsonObject item, JsonObject own, ContentType type)
    {
        reading.RefuseOthers(own, "Scope", "Slug", "Order", "Reviewed", "OverrideOf", "Comment");

        var localization = reading.ObjectOf(item, "LocalizationPart");
        var variantId = reading.IdOf(item, "ContentItemId", required: true) ?? "";
        var values = _values.Read(item, type);

        return new()
        {
            Text = reading.Text,
            Place = item,
            ItemId = localization is null ? variantId : reading.IdOf(localization, "LocalizationSet", required: true) ?? "",
            VariantId = variantId,
            VersionId = reading.IdOf(item, "ContentItemVersionId", required: false),
            Locale = localization is null ? "" : Locale(localization),
            Type = type,
            Scope = ScopeOf(own),
            Slug = SlugOf(own),
            Order = OrderOf(own),
            OverrideOf = reading.IdOf(own, "OverrideOf", required: false),
            IsReviewed = reading.FlagOf(own, "Reviewed") ?? true,
            IsPublished = IsPublished(item),
            Author = reading.TextOf(item, "Author") ?? "",
            Comment = reading.TextOf(own, "Comment"),
            CreatedAt = reading.MomentOf(item, "CreatedUtc"),
            ModifiedAt = reading.MomentOf(item, "ModifiedUtc"),
            PublishedAt = reading.MomentOf(item, "PublishedUtc"),
            Localized = ItemValues.Pick(values, type, localized: true),
            Neutral = ItemValues.Pick(values, type, localized: false),
        };
    }

    private bool IsPublished(JsonObject item)
    {
        var isPublished = reading.FlagOf(item, "Published") ?? false;

        if (!isPublished && reading.FlagOf(item, "Latest") == false)
        {
            reading.Refuse(item, "The item is an old version: neither \"Latest\" nor \"Published\" is true. Only those are brought in.");
        }

        return isPublished;
    }

    private JsonObject? RequiredPart(JsonObject item, string name)
    {
        if (item[name] is null)
        {
            reading.Refuse(item, $"\"{name}\" is missing, which says whose item it is: {{ \"Scope\": \"EU\", \"Slug\": \"do-not-pay\" }}.");
        }

        return reading.ObjectOf(item, name);
    }

    private string Locale(JsonObject localization)
    {
        reading.RefuseOthers(localization, "LocalizationSet", "Culture");

        if (reading.TextOf(localization, "Culture") is not { Length: > 0 } culture)
        {
            return "";
        }

        if (_locales.Find(culture) != culture)
        {
            reading.Refuse(localization, "Culture", _locales.Find(culture) is { } spelled
                ? $"The site writes this language as {spelled}."
                : $"The site has no language {culture}. There are: {string.Join(", ", _locales.Supported)}.");
        }

        return culture;
    }

    private string ScopeOf(JsonObject own)
    {
        var scope = reading.RequiredTextOf(own, "Scope") ?? "";

        if (scope.Length > 0 && (!Scopes.IsValid(scope) || scope is "UK" or "EL"))
        {
            reading.Refuse(own, "Scope",
                $"\"{scope}\" is no scope: EU for the campaign, or a country code of two capital letters, such as AT, GB or GR.");
        }

        return scope;
    }

    private string SlugOf(JsonObject own)
    {
        var slug = reading.RequiredTextOf(own, "Slug") ?? "";

        if (slug.Length > 0 && !Slugs.IsValid(slug))
        {
            reading.Refuse(own, "Slug",
                $"\"{slug}\" is no slug: small letters a to z, digits, and single hyphens between them; at most {Slugs.MaxLength}.");
        }

        return slug;
    }

    private int OrderOf(JsonObject own)
    {
        if (own["Order"] is null)
        {
            return 0;
        }

        if (own["Order"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var order))
        {
            return order;
        }

        reading.Refuse(own, "Order", "\"Order\" must be a whole number.");

        return 0;
    }
}
