using System.Text.RegularExpressions;

namespace SayNo.Testing;

/// <summary>A page as Lynx shows it: words and numbered links, without style, script and pictures.</summary>
public sealed partial record TextBrowser(string Text, IReadOnlyList<Uri> Links)
{
    private const string Ending = "\nReferences\n";

    /// <exception cref="InvalidOperationException">Lynx is not there and cannot be installed, or could not open the page.</exception>
    public static async Task<TextBrowser> OpenAsync(Uri page, CancellationToken ct)
    {
        var lynx = await Programs.FindOrInstallAsync("lynx", "lynx", ct);
        var (exitCode, output) = await Programs.RunAsync(lynx, ["-dump", "-width=100", "-display_charset=utf-8", page.ToString()], ct);

        if (exitCode != 0)
        {
            throw new InvalidOperationException($"Lynx ended with {exitCode} at {page}: {output}");
        }

        var end = output.LastIndexOf(Ending, StringComparison.Ordinal);

        return end < 0
            ? new(output, [])
            : new(output[..end], [.. Reference().Matches(output[end..]).Select(link => new Uri(link.Groups["url"].Value))]);
    }

    /// <summary>Where each of the words begins for the first time; -1 for those that are not there. Where lines break does not matter.</summary>
    public IReadOnlyList<int> PlacesOf(IEnumerable<string> words)
    {
        var line = OneLine(Text);

        return [.. words.Select(one => line.IndexOf(OneLine(one), StringComparison.Ordinal))];
    }

    /// <summary>What stands behind the number of a link, up to the end of its line or the next link.</summary>
    public string WordsOf(int link) => Regex.Match(Text, $@"\[{link}\](?<words>[^\[\n]*)").Groups["words"].Value.Trim();

    private static string OneLine(string text) => Blanks().Replace(Number().Replace(text, ""), " ");

    [GeneratedRegex(@"^\s*\d+\. (?<url>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
