using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes.Steps;

/// <summary>One kind of step of a recipe: reads what the step asks for into the plan, and reports what is wrong with it.</summary>
internal abstract class RecipeStep
{
    private static readonly Dictionary<string, RecipeStep> ByName = new RecipeStep[]
    {
        new FeatureStep(), new ThemesStep(), new SettingsStep(),
        new ContentDefinitionStep(), new ReplaceContentDefinitionStep(), new DeleteContentDefinitionStep(),
        new RecipesStep(), new ContentStep(),
    }.ToDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The step's name in a recipe, compared without case.</summary>
    public abstract string Name { get; }

    public static IEnumerable<string> Names => ByName.Values.Select(step => step.Name);

    public static RecipeStep? Find(string name) => ByName.GetValueOrDefault(name);

    public abstract Task ReadAsync(JsonObject step, RecipeReading reading, CancellationToken ct);
}
