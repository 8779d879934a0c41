namespace SayNo.Content.Recipes;

/// <summary>One reason to refuse a recipe, and where it is.</summary>
/// <param name="File">The file's path as it was asked for or found.</param>
/// <param name="Path">JSON path of the value, such as <c>$.steps[2].data[14].Film.Title</c>; <c>$</c> for the file as a whole.</param>
/// <param name="Line">The line of the value, from 1; none if the file could not be read.</param>
/// <param name="Sentence">What is wrong and what was expected.</param>
public sealed record RecipeProblem(string File, string Path, int? Line, string Sentence)
{
    public override string ToString() => Line is { } line ? $"{File}({line}) {Path}: {Sentence}" : $"{File} {Path}: {Sentence}";
}
