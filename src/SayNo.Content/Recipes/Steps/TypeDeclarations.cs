using System.Text.Json.Nodes;
using SayNo.Content.Fields;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Reads the types and parts of a definition step, one declaration per content type.</summary>
internal static class TypeDeclarations
{
    /// <param name="step">The step.</param>
    /// <param name="reading">Where declarations and problems go.</param>
    /// <param name="combine">What becomes of the declaration so far, if any, and the one of the step.</param>
    public static void Read(JsonObject step, RecipeReading reading, Func<JsonObject?, JsonObject, JsonObject> combine)
    {
        reading.RefuseOthers(step, "name", "ContentTypes", "ContentParts");

        var types = ByName(step, "ContentTypes", reading);
        var parts = ByName(step, "ContentParts", reading);

        foreach (var (name, part) in parts)
        {
            if (!types.ContainsKey(name) && !reading.Plan.Types.ContainsKey(name))
            {
                reading.Refuse(part, $"No content type is named {name}. A type's fields are in the part of the same name.");
            }
        }

        foreach (var name in types.Keys.Concat(parts.Keys).Distinct(StringComparer.Ordinal))
        {
            var part = parts.GetValueOrDefault(name);

            if (part is not null && !AllFieldsAreRight(part, reading))
            {
                reading.Plan.BrokenTypes.Add(name);
                continue;
            }

            var type = types.GetValueOrDefault(name);
            var declared = reading.Plan.Types.GetValueOrDefault(name)?.Definition;
            Declare(name, combine(declared, Declaration(name, type, part)), type ?? part ?? step, reading);
        }
    }

    private static Dictionary<string, JsonObject> ByName(JsonObject step, string member, RecipeReading reading)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

        foreach (var entry in reading.ObjectsOf(step, member))
        {
            if (reading.RequiredTextOf(entry, "Name") is { } name && !found.TryAdd(name, entry))
            {
                reading.Refuse(entry, "Name", $"{name} is declared twice in this step.");
            }
        }

        return found;
    }

    private static bool AllFieldsAreRight(JsonObject part, RecipeReading reading)
    {
        var before = reading.Problems.Count;
        var fields = reading.ObjectsOf(part, "ContentPartFieldDefinitionRecords").ToList();

        foreach (var field in fields)
        {
            try
            {
                FieldKinds.Read(field);
            }
            catch (FormatException e)
            {
                reading.Refuse(field, e.Message);
            }
        }

        return reading.Problems.Count == before;
    }

    private static JsonObject Declaration(string name, JsonObject? type, JsonObject? part) => new()
    {
        ["ContentTypes"] = new JsonArray(type?.DeepClone() ?? new JsonObject { ["Name"] = name }),
        ["ContentParts"] = part is null ? [] : new JsonArray(part.DeepClone()),
    };

    private static void Declare(string name, JsonObject definition, JsonObject place, RecipeReading reading)
    {
        try
        {
            reading.Plan.Types[name] = ContentType.Read(definition);
            reading.Plan.DeletedTypes.Remove(name);
            reading.Plan.TypePlaces[name] = (reading.Text, place);
        }
        catch (FormatException e)
        {
            reading.Plan.BrokenTypes.Add(name);
            reading.Refuse(place, e.Message);
        }
    }
}
