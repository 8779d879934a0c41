using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>
/// Writes all content as one recipe: modules, themes, settings, content types, and every item with its published and draft versions.
/// The same content gives the same bytes.
/// </summary>
public sealed class RecipeExport(CmsDb db, CmsDatabase database)
{
    private const int ItemsAtOnce = 500;

    private static readonly JsonWriterOptions Written = new() { Indented = true, NewLine = "\n", Encoder = RecipeJson.Encoder };

    /// <summary>All that the site has.</summary>
    public Task WriteAsync(Stream stream, IProgress<RecipeProgress>? progress, CancellationToken ct) => WriteAsync(stream, null, progress, ct);

    /// <param name="stream">Where to.</param>
    /// <param name="scope">Whose items; null for all of them, with the types and settings that no country owns.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task WriteAsync(Stream stream, string? scope, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);

        // One moment of the database: what is published meanwhile belongs to the next export. EF's own transaction
        // would lock writers out on SQLite.
        await db.Database.ExecuteSqlRawAsync(database.Kind == DatabaseKind.PostgreSql ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN", ct);

        try
        {
            await using (var json = new Utf8JsonWriter(stream, Written))
            {
                await WriteAsync(json, scope, progress, ct);
            }

            await stream.WriteAsync("\n"u8.ToArray(), ct);
        }
        finally
        {
            // The connection goes back to a pool: an open transaction must not go with it.
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task WriteAsync(Utf8JsonWriter json, string? scope, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var stored = await db.Types.AsNoTracking().ToListAsync(ct);
        var types = stored.OrderBy(type => type.Order).ThenBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => ContentType.Read(RecipeJson.ObjectOf(type.Definition))).ToList();

        json.WriteStartObject();
        WriteHead(json, scope);
        json.WriteStartArray("steps");

        if (scope is null)
        {
            await WriteSettingsAsync(json, ct);
            WriteTypes(json, types);
        }

        json.WriteStartObject();
        json.WriteString("name", "content");
        json.WriteStartArray("data");
        await WriteItemsAsync(json, types, scope, progress, ct);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string? scope)
    {
        json.WriteString("name", scope is null ? "export" : $"export-{scope.ToLowerInvariant()}");
        json.WriteString("displayName", scope is null ? "All content" : $"All content of {scope}");
        json.WriteString("description", "Everything that the site held when it was exported.");
        json.WriteString("author", "SayNo CMS");
        json.WriteString("version", "1.0.0");
        json.WriteBoolean("issetuprecipe", scope is null);
        json.WriteStartArray("categories");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteStartObject("variables");
        json.WriteEndObject();
    }

    private async Task WriteSettingsAsync(Utf8JsonWriter json, CancellationToken ct)
    {
        var settings = (await db.Settings.AsNoTracking().ToListAsync(ct))
            .ToDictionary(setting => setting.Name, setting => RecipeJson.ObjectOf(setting.Value), StringComparer.Ordinal);

        foreach (var step in new[] { RecipePlan.FeaturesSetting, RecipePlan.ThemesSetting })
        {
            if (settings.Remove(step, out var members))
            {
                Write(json, step, members);
            }
        }

        if (settings.Count > 0)
        {
            Write(json, "settings", new(settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)
                .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))));
        }
    }

    private static void Write(Utf8JsonWriter json, string step, JsonObject members)
    {
        members.Insert(0, "name", step);
        members.WriteTo(json);
    }

    private static void WriteTypes(Utf8JsonWriter json, List<ContentType> types)
    {
        if (types.Count > 0)
        {
            Write(json, "ContentDefinition", new()
            {
                ["ContentTypes"] = new JsonArray([.. types.SelectMany(type => Entries(type, "ContentTypes"))]),
                ["ContentParts"] = new JsonArray([.. types.SelectMany(type => Entries(type, "ContentParts"))]),
            });
        }
    }

    private static IEnumerable<JsonNode?> Entries(ContentType type, string member) =>
        (type.Definition[member] as JsonArray)?.Select(entry => entry?.DeepClone()) ?? [];

    private async Task WriteItemsAsync(
        Utf8JsonWriter json, List<ContentType> types, string? scope, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var headers = await db.Items.AsNoTracking().Where(item => scope == null || item.Scope == scope)
            .Select(item => new { item.Id, item.Type, item.Scope, item.Order, item.Slug }).ToListAsync(ct);
        var ordered = types.Select(type => type.Name)
            .GroupJoin(headers, name => name, item => item.Type, (_, items) => items
                .OrderBy(item => item.Scope, StringComparer.Ordinal).ThenBy(item => item.Order).ThenBy(item => item.Slug, StringComparer.Ordinal))
            .SelectMany(items => items.Select(item => item.Id)).ToList();
        var byName = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var done = 0;

        foreach (var ids in ordered.Chunk(ItemsAtOnce))
        {
            var items = await db.Items.AsNoTracking()
                .Include(item => item.Variants).ThenInclude(variant => variant.Draft)
                .Include(item => item.Variants).ThenInclude(variant => variant.Published)
                .Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);

            foreach (var id in ids)
            {
                ItemWriter.Write(json, items[id], byName[items[id].Type]);
            }

            await json.FlushAsync(ct);
            progress?.Report(new("Writing items", done += ids.Length, ordered.Count));
        }
    }
}
