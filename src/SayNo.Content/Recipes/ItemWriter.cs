using System.Globalization;
using System.Text.Json;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>Writes an item in Orchard Core's form: one content item per variant and version, each with the culture-neutral values.</summary>
internal static class ItemWriter
{
    public static void Write(Utf8JsonWriter json, ContentItem item, ContentType type)
    {
        var neutral = item.Variants.Find(variant => variant.IsNeutral);

        foreach (var variant in item.Variants.OrderBy(variant => variant.Locale, StringComparer.Ordinal))
        {
            Write(json, item, type, variant, variant.Published, neutral?.Published ?? neutral?.Draft);
            Write(json, item, type, variant, DraftOf(variant), neutral?.Draft ?? neutral?.Published);
        }
    }

    private static void Write(
        Utf8JsonWriter json, ContentItem item, ContentType type, Variant variant, ContentVersion? version, ContentVersion? neutral)
    {
        if (version is null)
        {
            return;
        }

        var isPublished = version == variant.Published;
        var own = ContentValues.Parse(version.Data);
        var shared = variant.IsNeutral || neutral is null ? own : ContentValues.Parse(neutral.Data);

        json.WriteStartObject();
        json.WriteString("ContentItemId", variant.Id);
        json.WriteString("ContentItemVersionId", version.Id);
        json.WriteString("ContentType", item.Type);
        json.WriteString("DisplayText", DisplayText(item, type, own, shared));
        json.WriteBoolean("Latest", !isPublished || DraftOf(variant) is null);
        json.WriteBoolean("Published", isPublished);
        Write(json, "ModifiedUtc", version.CreatedAt);
        Write(json, "PublishedUtc", isPublished ? version.PublishedAt : null);
        Write(json, "CreatedUtc", item.CreatedAt);
        json.WriteString("Owner", "");
        json.WriteString("Author", version.Author);
        WriteOwnPart(json, item, version);
        WriteLocalization(json, item, variant);
        WriteValues(json, type, own, shared);
        json.WriteEndObject();
    }

    /// <summary>A draft that says what is public is none.</summary>
    private static ContentVersion? DraftOf(Variant variant) =>
        variant is { Draft: { } draft, Published: { } published }
        && draft.IsReviewed == published.IsReviewed
        && ContentValues.Parse(draft.Data).Same(ContentValues.Parse(published.Data))
            ? null
            : variant.Draft;

    private static void WriteOwnPart(Utf8JsonWriter json, ContentItem item, ContentVersion version)
    {
        json.WriteStartObject("SayNoPart");
        json.WriteString("Scope", item.Scope);
        json.WriteString("Slug", item.Slug);

        if (item.Order != 0)
        {
            json.WriteNumber("Order", item.Order);
        }

        if (!version.IsReviewed)
        {
            json.WriteBoolean("Reviewed", false);
        }

        if (item.OverrideOf is not null)
        {
            json.WriteString("OverrideOf", item.OverrideOf);
        }

        if (version.Comment is not null)
        {
            json.WriteString("Comment", version.Comment);
        }

        json.WriteEndObject();
    }

    /// <summary>An item without languages needs no localization set if one id names both the item and its only variant.</summary>
    private static void WriteLocalization(Utf8JsonWriter json, ContentItem item, Variant variant)
    {
        if (variant.IsNeutral && variant.Id == item.Id && item.Variants.TrueForAll(one => one == variant || one is { Published: null, Draft: null }))
        {
            return;
        }

        json.WriteStartObject("LocalizationPart");
        json.WriteString("LocalizationSet", item.Id);
        json.WriteString("Culture", variant.Locale);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ContentType type, ContentValues own, ContentValues shared)
    {
        json.WriteStartObject(type.Name);

        foreach (var field in type.Fields)
        {
            if ((field.Localized ? own : shared)[field.Name] is { } value && field.CanHold(value))
            {
                json.WritePropertyName(field.Name);
                field.ToOrchard(value).WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>What an editor recognises: the first short text that the type requires, else the slug.</summary>
    private static string DisplayText(ContentItem item, ContentType type, ContentValues own, ContentValues shared) =>
        type.Fields.OfType<TextField>()
            .Where(field => field is { Required: true, Format: null })
            .Select(field => (field.Localized ? own : shared)[field.Name] is { ValueKind: JsonValueKind.String } text ? text.GetString() : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? item.Slug;

    private static void Write(Utf8JsonWriter json, string name, DateTime? moment)
    {
        if (moment is { } at)
        {
            json.WriteString(name, at.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
        }
    }
}
