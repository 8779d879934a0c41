namespace SayNo.Content.Recipes;

/// <summary>What became of a recipe: all of it was applied, or nothing and why.</summary>
/// <param name="Problems">Why it was refused, in the order in which they were found; empty if it was applied.</param>
/// <param name="ProblemCount">How many there are; more than are listed if the recipe is wrong nearly everywhere.</param>
/// <param name="Items">How many items were created or altered.</param>
/// <param name="Versions">How many versions were written.</param>
/// <param name="Changes">How many rows the change log got.</param>
public sealed record RecipeResult(IReadOnlyList<RecipeProblem> Problems, int ProblemCount, int Items, int Versions, int Changes)
{
    public bool IsApplied => Problems.Count == 0;
}

/// <summary>How far running or exporting a recipe has come.</summary>
/// <param name="What">What is being done, such as <c>Reading items</c>.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are.</param>
public sealed record RecipeProgress(string What, int Done, int Total);
