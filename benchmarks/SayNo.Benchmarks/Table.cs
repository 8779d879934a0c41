using System.Globalization;
using System.Text;

namespace SayNo.Benchmarks;

/// <summary>The results as a Markdown table, printed row by row as they come.</summary>
internal sealed class Table
{
    private readonly StringBuilder _text = new();

    public Table() => Write("| what | measured | target | beside it |\n|---|---|---|---|");

    public void Add(string what, FormattableString measured, string target, FormattableString beside) =>
        Write($"| {what} | {measured.ToString(CultureInfo.InvariantCulture)} | {target} | {beside.ToString(CultureInfo.InvariantCulture)} |");

    public override string ToString() => _text.ToString();

    private void Write(string line)
    {
        Console.WriteLine(line);
        _text.Append(line).Append('\n');
    }
}
