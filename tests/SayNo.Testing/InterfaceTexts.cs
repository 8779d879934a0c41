using System.Text.RegularExpressions;

namespace SayNo.Testing;

/// <summary>The interface's texts as the translators wrote them, read from the PO files that the program starts with.</summary>
public static partial class InterfaceTexts
{
    private static readonly string Folder = FindFolder();

    /// <summary>One text of one line in one language.</summary>
    public static string In(string locale, string english, params string[] arguments)
    {
        var catalog = File.ReadAllText(Path.Combine(Folder, $"{locale}.po"));
        var found = Entry().Matches(catalog).FirstOrDefault(entry => Unescaped(entry.Groups["id"].Value) == english)
            ?? throw new ArgumentException($"{locale}.po has no text \"{english}\".", nameof(english));

        return string.Format(System.Globalization.CultureInfo.InvariantCulture, Unescaped(found.Groups["text"].Value), arguments);
    }

    private static string FindFolder() =>
        Directory.EnumerateFiles(HostProgram.Folder, "en.po", SearchOption.AllDirectories).Select(Path.GetDirectoryName).FirstOrDefault()
        ?? throw new DirectoryNotFoundException($"The PO files are not beside the program in {HostProgram.Folder}.");

    private static string Unescaped(string text) => text.Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex("""^msgid "(?<id>.+)"\nmsgstr "(?<text>.+)"$""", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
