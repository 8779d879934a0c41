using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Removes content types that have no items. A type's part goes with it.</summary>
internal sealed class DeleteContentDefinitionStep : RecipeStep
{
    public override string Name => "DeleteContentDefinition";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        reading.RefuseOthers(step, "name", "ContentTypes", "ContentParts");

        var types = reading.TextsOf(step, "ContentTypes").ToList();

        foreach (var (node, name) in types)
        {
            // Deleting what is not there is no mistake: the same recipe may run twice.
            reading.Plan.Types.Remove(name);
            reading.Plan.DeletedTypes[name] = (reading.Text, node);
        }

        foreach (var (node, name) in reading.TextsOf(step, "ContentParts").Where(part => types.All(type => type.Name != part.Name)))
        {
            reading.Refuse(node, $"The part {name} cannot be removed without the content type {name}.");
        }

        return Task.CompletedTask;
    }
}
