namespace SayNo.Content.Recipes;

/// <summary>How a recipe is to be run.</summary>
public sealed record RecipeOptions
{
    /// <summary>Folders in which recipes that are included by name are looked for, after the folder of the including file.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Names that a <c>feature</c> step may switch on or off; any if none are given.</summary>
    public IReadOnlyCollection<string>? Features { get; init; }

    /// <summary>Names that a <c>themes</c> step may choose; any if none are given.</summary>
    public IReadOnlyCollection<string>? Themes { get; init; }

    /// <summary>True to leave out steps that this program does not know, instead of refusing the recipe.</summary>
    public bool SkipUnknownSteps { get; init; }

    /// <summary>True if nothing of it becomes public: what was published elsewhere may be unfinished too, as a draft may.</summary>
    public bool AsDrafts { get; init; }
}
