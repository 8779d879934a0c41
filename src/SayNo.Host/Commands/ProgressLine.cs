using System.Diagnostics;
using System.Globalization;
using SayNo.Content.Recipes;

namespace SayNo.Host.Commands;

/// <summary>Shows on standard error how far something has come, once it takes longer than a second.</summary>
internal sealed class ProgressLine : IProgress<RecipeProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>In a log file a line now and then is enough.</summary>
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _what = "";
    private TimeSpan _saidAt;
    private bool _hasLine;

    public void Report(RecipeProgress value)
    {
        if (_watch.Elapsed < Patience)
        {
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{value.What}: {value.Done:N0} of {value.Total:N0}");

        if (_isTerminal)
        {
            Console.Error.Write($"\r{text,-60}");
            _hasLine = true;
        }
        else if (value.What != _what || _watch.Elapsed - _saidAt > BetweenLines)
        {
            Console.Error.WriteLine(text);
            _saidAt = _watch.Elapsed;
        }

        _what = value.What;
    }

    public void Dispose()
    {
        if (_hasLine)
        {
            Console.Error.Write($"\r{"",-60}\r");
            _hasLine = false;
        }
    }
}
