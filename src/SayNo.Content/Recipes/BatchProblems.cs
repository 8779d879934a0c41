using SayNo.Content.Publishing;

namespace SayNo.Content.Recipes;

/// <summary>Finds the places in a recipe that the batch's problems are about.</summary>
internal static class BatchProblems
{
    public static void Report(IEnumerable<BatchProblem> problems, string file, RecipeReading reading)
    {
        var rows = reading.Plan.Rows.ToLookup(row => row.ItemId, StringComparer.Ordinal);

        foreach (var problem in problems)
        {
            if ((rows[problem.ItemId].FirstOrDefault(row => row.Locale == problem.Locale) ?? rows[problem.ItemId].FirstOrDefault()) is not { } row)
            {
                reading.Problems.Add(new(file, "$", null, problem.Sentence));
                continue;
            }

            reading.ReturnTo(row.Text);

            if (problem.Field.Length > 0 && row.Place[row.Type.Name] is { } part)
            {
                reading.Refuse(part, problem.Field, problem.Sentence);
            }
            else
            {
                reading.Refuse(row.Place, problem.Sentence);
            }
        }
    }
}
