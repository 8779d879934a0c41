using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>Refuses changes of content types that items of theirs could not follow, such as another kind of a field that holds values.</summary>
internal sealed class TypeChanges(CmsDb db, RecipeReading reading)
{
    public async Task CheckAsync(IReadOnlyList<ContentType> stored, CancellationToken ct)
    {
        foreach (var before in stored)
        {
            if (reading.Plan.DeletedTypes.TryGetValue(before.Name, out var deleted))
            {
                await RefuseDeletedAsync(before.Name, deleted, ct);
            }
            else if (reading.Plan.TypePlaces.TryGetValue(before.Name, out var declared))
            {
                await RefuseAlteredAsync(before, reading.Plan.Types[before.Name], declared, ct);
            }
        }
    }

    private async Task RefuseDeletedAsync(string name, (RecipeText Text, JsonNode Place) at, CancellationToken ct)
    {
        if (await db.Items.CountAsync(item => item.Type == name, ct) is > 0 and var count)
        {
            reading.ReturnTo(at.Text);
            reading.Refuse(at.Place, $"The content type {name} still has {count} items. Delete them first.");
        }
    }

    private async Task RefuseAlteredAsync(
        ContentType before, ContentType after, (RecipeText Text, JsonObject Place) at, CancellationToken ct)
    {
        var wrong = before.Fields
            .Where(field => after[field.Name] is not { } kept || kept.Kind != field.Kind || kept.Localized != field.Localized).ToList();

        foreach (var field in wrong)
        {
            // A value of the old kind could not be shown, compared or restored any more.
            if (await HoldersAsync(before.Name, after[field.Name] is null ? null : field.Name, ct) is > 0 and var count)
            {
                reading.ReturnTo(at.Text);
                reading.Refuse(at.Place, Why(field, after[field.Name], before.Name, count));
            }
        }
    }

    private static string Why(Field field, Field? kept, string type, int count) => kept switch
    {
        null => $"The field {field.Name} cannot be removed: {count} items of the type {type} are stored.",
        _ when kept.Kind != field.Kind =>
            $"The field {field.Name} is a {field.Kind} and cannot become a {kept.Kind}: {count} items of the type {type} hold a value of it, now or in their history.",
        _ => $"The field {field.Name} cannot change whether it is localized: {count} items of the type {type} hold a value of it, now or in their history.",
    };

    /// <summary>How many items of a type there are, or how many of them have a value in a field in any of their versions.</summary>
    private Task<int> HoldersAsync(string type, string? field, CancellationToken ct)
    {
        var items = db.Items.Where(item => item.Type == type);

        if (field is null)
        {
            return items.CountAsync(ct);
        }

        var name = $"\"{field}\":";

        return items.CountAsync(
            item => item.Variants.Any(variant => db.Versions.Any(version => version.VariantId == variant.Id && version.Data.Contains(name))), ct);
    }
}
