using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SayNo.Content.Storage;

namespace SayNo.Content.Recipes;

/// <summary>Refuses changes of content types that items of theirs could not follow.</summary>
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

        if (wrong.Count == 0 || await db.Items.CountAsync(item => item.Type == before.Name, ct) is not (> 0 and var count))
        {
            return;
        }

        reading.ReturnTo(at.Text);

        foreach (var field in wrong)
        {
            reading.Refuse(at.Place, after[field.Name] switch
            {
                null => $"The field {field.Name} cannot be removed: {count} items of the type {before.Name} are stored.",
                { } kept when kept.Kind != field.Kind =>
                    $"The field {field.Name} is a {field.Kind} and cannot become a {kept.Kind}: {count} items of the type {before.Name} are stored.",
                _ => $"The field {field.Name} cannot change whether it is localized: {count} items of the type {before.Name} are stored.",
            });
        }
    }
}
