using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Includes other recipes, by their names.</summary>
internal sealed class RecipesStep : RecipeStep
{
    public override string Name => "recipes";

    public override async Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        reading.RefuseOthers(step, "name", "Values");

        foreach (var entry in reading.ObjectsOf(step, "Values"))
        {
            reading.RefuseOthers(entry, "executionid", "name");

            if (reading.RequiredTextOf(entry, "name") is { } name)
            {
                await reading.IncludeAsync(entry, name, ct);
            }
        }
    }
}
