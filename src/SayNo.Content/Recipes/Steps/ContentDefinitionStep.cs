using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>Declares content types, or adds to and alters those that are declared.</summary>
internal sealed class ContentDefinitionStep : RecipeStep
{
    public override string Name => "ContentDefinition";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        TypeDeclarations.Read(step, reading, (declared, told) => declared is null ? told : DefinitionMerge.Of(declared, told));

        return Task.CompletedTask;
    }
}

/// <summary>Declares content types in place of those of the same name.</summary>
internal sealed class ReplaceContentDefinitionStep : RecipeStep
{
    public override string Name => "ReplaceContentDefinition";

    public override Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct)
    {
        TypeDeclarations.Read(step, reading, (_, told) => told);

        return Task.CompletedTask;
    }
}
