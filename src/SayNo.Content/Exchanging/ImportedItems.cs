using System.Runtime.CompilerServices;
using SayNo.Content.Recipes;

namespace SayNo.Content.Exchanging;

/// <summary>Puts the rows of a file together into items, some at a time.</summary>
internal sealed class ImportedItems(ItemStream stream, RecipeReading reading)
{
    private const int ItemsAtOnce = 200;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<IReadOnlyList<PlannedItem>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new ItemReader(reading);
        var rows = new List<ItemRow>();
        var items = 0;

        await foreach (var (text, problem) in stream.ReadAsync(ct))
        {
            if (problem is not null)
            {
                reading.Problems.Add(problem);
            }

            if (text is null || Read(reader, text) is not { } row)
            {
                continue;
            }

            if (rows.Count == 0 || rows[^1].ItemId != row.ItemId)
            {
                RefuseApart(row);

                if (items++ == ItemsAtOnce)
                {
                    yield return new ItemSets(reading).Join(rows);
                    (rows, items) = ([], 1);
                }
            }

            rows.Add(row);
        }

        if (stream.Problem is { } fault)
        {
            reading.Problems.Add(fault);
        }

        yield return new ItemSets(reading).Join(rows);
    }

    private ItemRow? Read(ItemReader reader, RecipeText text)
    {
        reading.ReturnTo(text);
        reading.RefuseScripts(text.Root);

        return reader.Read(text.Root);
    }

    // Whoever reads a file of any length cannot wait until its end for the other languages of an item.
    private void RefuseApart(ItemRow row)
    {
        if (!_seen.Add(row.ItemId))
        {
            reading.Refuse(row.Place, $"The item {row.ItemId} stands in two places of the file. Its languages must follow each other.");
        }
    }
}
