namespace SayNo.Host.Commands;

/// <summary>Prints rows in columns as wide as their widest cell; the last one takes what it needs.</summary>
internal static class TextTable
{
    public static void Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> body)
    {
        List<IReadOnlyList<string>> rows = [head, .. body];
        var widths = Enumerable.Range(0, head.Count - 1).Select(column => rows.Max(row => row[column].Length)).ToList();
        rows.Insert(1, [.. widths.Append(head[^1].Length).Select(width => new string('-', width))]);

        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", widths.Select((width, column) => row[column].PadRight(width)).Append(row[^1])).TrimEnd());
        }
    }
}
