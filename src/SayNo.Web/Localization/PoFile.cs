using SayNo.Content.Translating.Files;

namespace SayNo.Web.Localization;

/// <summary>A gettext PO file: its header and its messages, without those marked fuzzy or obsolete.</summary>
public sealed class PoFile
{
    private readonly Dictionary<string, string> _header = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PoEntry> _entries = [];

    private PoFile(string file, IReadOnlyList<PoEntry> messages)
    {
        Plurals = PluralRule.None;

        foreach (var message in messages)
        {
            if (message is { Id.Length: 0, Context: null })
            {
                ReadHeader(file, message);

                continue;
            }

            PoCheck.Demand(file, message, Plurals);
            _entries.Add(message);
        }
    }

    public IReadOnlyDictionary<string, string> Header => _header;

    public IReadOnlyList<PoEntry> Entries => _entries;

    public PluralRule Plurals { get; private set; }

    /// <param name="text">The content of the file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="PoException">The text is no PO file.</exception>
    public static PoFile Parse(string text, string file) =>
        new(file, [.. new PoReader(text, file).Read().Where(entry => !entry.IsFuzzy)]);

    private void ReadHeader(string file, PoEntry message)
    {
        foreach (var line in message.Translations[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);

            if (colon < 1)
            {
                throw new PoException(file, message.Line, $"The header line \"{line}\" has no colon.");
            }

            _header[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        if (_header.TryGetValue("Content-Type", out var type) && !type.EndsWith("charset=UTF-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new PoException(file, message.Line, $"The file must be in UTF-8, but its header says \"{type}\".");
        }

        if (_header.TryGetValue("Plural-Forms", out var rule))
        {
            Plurals = PluralRule.Parse(rule, reason => new PoException(file, message.Line, $"Plural-Forms: {reason}"));
        }
    }
}
