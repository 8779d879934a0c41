using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Fields;
using SayNo.Content.Publishing;

namespace SayNo.Content.Recipes;

/// <summary>Reads the values of an item from the part that has its type's name, and says what is wrong with them.</summary>
internal sealed class ItemValues(RecipeReading reading)
{
    public JsonObject Read(JsonObject item, ContentType type)
    {
        var values = new JsonObject();
        var part = reading.ObjectOf(item, type.Name) ?? [];

        foreach (var (name, value) in part)
        {
            if (type[name] is not { } field)
            {
                reading.Refuse(part, name, $"{type.Name} has no field {name}. There are: {string.Join(", ", type.Fields.Select(one => one.Name))}.");
            }
            else if (value is not (null or JsonObject))
            {
                reading.Refuse(part, name, $"A {field.Kind} is an object of members such as {{ \"Text\": ... }} or {{ \"Value\": ... }}.");
            }
            else if (value is JsonObject members && ValueOf(field, members) is { } stored)
            {
                values[name] = stored;
            }
        }

        return values;
    }

    private JsonNode? ValueOf(Field field, JsonObject members)
    {
        try
        {
            var stored = field.FromOrchard(members);
            RefuseUnknownMembers(field, members, stored);

            return stored;
        }
        catch (FormatException e)
        {
            reading.Refuse(members, $"{field.Label}: {e.Message}");

            return null;
        }
    }

    /// <summary>A draft may be unfinished, as it may be in the form.</summary>
    private IEnumerable<Problem> Problems(ItemRow row, ContentValues values, bool isNeutral) => row.IsPublished && !reading.Options.AsDrafts
        ? row.Type.Validate(values, isNeutral, row.Scope)
        : ContentRules.AgainstKeeping(row.Type, values, isNeutral);

    /// <summary>
    /// What a kind does not write, it does not read either. An empty member, and how a link opens, says nothing that could be lost.
    /// </summary>
    private void RefuseUnknownMembers(Field field, JsonObject members, JsonNode? stored)
    {
        var known = stored is null ? [] : field.ToOrchard(JsonSerializer.SerializeToElement(stored));

        foreach (var (name, value) in members)
        {
            if (value is not (null or JsonArray { Count: 0 }) && !known.ContainsKey(name) && !(field is LinkField && name is "Target" or "Text"))
            {
                reading.Refuse(members, name, $"A {field.Kind} has no member \"{name}\".");
            }
        }
    }

    public static ContentValues Pick(JsonObject values, ContentType type, bool localized) => ContentValues.Parse(RecipeJson.Compact(new JsonObject(
        type.Fields.Where(field => field.Localized == localized && values[field.Name] is not null)
            .Select(field => KeyValuePair.Create(field.Name, values[field.Name]?.DeepClone())))));

    public void RefuseWrong(ItemRow row)
    {
        if (row.IsNeutral && row.Localized.All.Select(pair => pair.Key).FirstOrDefault() is { } written)
        {
            reading.Refuse(row.Place,
                $"{written} is written once per language: add \"LocalizationPart\" with the item's \"LocalizationSet\" and \"Culture\".");
        }

        var problems = Problems(row, row.Neutral, isNeutral: true);

        foreach (var problem in row.IsNeutral ? problems : problems.Concat(Problems(row, row.Localized, isNeutral: false)))
        {
            if (row.Place[row.Type.Name] is JsonObject part && part[problem.Field] is not null)
            {
                reading.Refuse(part, problem.Field, problem.Sentence);
            }
            else
            {
                reading.Refuse(row.Place[row.Type.Name] ?? row.Place, problem.Sentence);
            }
        }
    }
}
