using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Brings content items in. They are read when all types are known, wherever in the recipe those are declared.</summary>
internal sealed class ContentStep : RecipeStep
{
    public override string Name => "content";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        reading.RefuseOthers(step, "name", "data", "Data");

        var member = step.ContainsKey("data") ? "data" : "Data";

        if (!step.ContainsKey(member))
        {
            reading.Refuse(step, "The step has no \"data\", the list of content items.");
        }

        foreach (var item in reading.ObjectsOf(step, member))
        {
            reading.Plan.Content.Add((reading.Text, item));
        }

        return Task.CompletedTask;
    }
}
