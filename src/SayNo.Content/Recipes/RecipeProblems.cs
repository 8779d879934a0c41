using System.Text.Json.Nodes;

namespace SayNo.Content.Recipes;

/// <summary>Everything found wrong with a recipe and the files it includes; the lines are looked up at the end, in one walk per file.</summary>
internal sealed class RecipeProblems
{
    /// <summary>More than anybody mends at once; a file that is wrong in every value must not fill the memory with sentences.</summary>
    public const int Most = 1000;

    private readonly List<(RecipeText? Text, RecipeProblem Problem)> _all = [];

    public int Count { get; private set; }

    public void Add(RecipeProblem problem) => Add(null, problem);

    public void Add(RecipeText text, JsonNode place, string sentence) =>
        Add(text, new(text.File, Count < Most ? text.PathOf(JsonPlace.Of(place)) : "$", null, sentence));

    public void Add(RecipeText text, JsonNode parent, string member, string sentence) =>
        Add(text, new(text.File, Count < Most ? text.PathOf(JsonPlace.Of(parent, member)) : "$", null, sentence));

    public void Add(RecipeText text, JsonNode parent, int index, string sentence) =>
        Add(text, new(text.File, Count < Most ? text.PathOf(JsonPlace.Of(parent, index)) : "$", null, sentence));

    /// <summary>All of them with their lines, in the order in which they were found.</summary>
    public IReadOnlyList<RecipeProblem> ToList()
    {
        var lines = new Dictionary<RecipeText, Dictionary<string, int>>();

        foreach (var group in _all.GroupBy(one => one.Text, one => one.Problem.Path))
        {
            if (group.Key is { } text)
            {
                lines[text] = text.Lines(group);
            }
        }

        return
        [
            .. _all.Select(one => one.Text is { } text && lines[text].TryGetValue(one.Problem.Path, out var line)
                ? one.Problem with { Line = line }
                : one.Problem),
        ];
    }

    private void Add(RecipeText? text, RecipeProblem problem)
    {
        if (Count++ < Most)
        {
            _all.Add((text, problem));
        }
    }
}
