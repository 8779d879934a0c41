using System.Text;

namespace SayNo.Content.Translating.Files;

/// <summary>Reads the lines of a PO file into messages.</summary>
public sealed class PoReader(string text, string file)
{
    private readonly List<PoEntry> _entries = [];
    private readonly HashSet<(string?, string)> _seen = [];
    private readonly List<StringBuilder> _translations = [];
    private readonly List<string> _notes = [];
    private StringBuilder? _context;
    private StringBuilder? _id;
    private StringBuilder? _plural;
    private StringBuilder? _current;
    private bool _isFuzzy;
    private int _start;
    private int _line;

    /// <summary>All messages, the header and those marked fuzzy among them; obsolete ones are left out.</summary>
    /// <exception cref="PoException">The text is no PO file.</exception>
    public IReadOnlyList<PoEntry> Read()
    {
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            _line++;
            var line = raw.Trim();

            if (line.Length > 0)
            {
                ReadLine(line);
            }
        }

        Finish();

        return _entries;
    }

    private void ReadLine(string line)
    {
        if (line[0] == '#')
        {
            ReadComment(line);

            return;
        }

        if (line[0] == '"')
        {
            (_current ?? throw Error("A text stands here without msgid or msgstr before it.")).Append(Unquote(line));

            return;
        }

        var end = line.IndexOfAny([' ', '\t', '"']);
        var word = end < 0 ? line : line[..end];
        ReadWord(word, Unquote(line[word.Length..].TrimStart()));
    }

    private void ReadComment(string line)
    {
        // A comment after a translation belongs to the next message.
        if (_translations.Count > 0)
        {
            Finish();
        }

        if (line.StartsWith("#.", StringComparison.Ordinal))
        {
            _notes.Add(line[2..].Trim());
        }

        if (line.StartsWith("#,", StringComparison.Ordinal))
        {
            _isFuzzy |= line[2..].Split(',').Any(flag => flag.Trim() == "fuzzy");
        }
    }

    private void ReadWord(string word, string value)
    {
        switch (word)
        {
            case "msgctxt":
                Start();
                _current = _context = new(value);
                break;
            case "msgid":
                StartUnless(_context is not null && _id is null);
                _current = _id = new(value);
                break;
            case "msgid_plural" when _id is not null && _plural is null && _translations.Count == 0:
                _current = _plural = new(value);
                break;
            case "msgstr" when _id is not null && _plural is null && _translations.Count == 0:
                Translate(value);
                break;
            case var _ when _plural is not null && word == $"msgstr[{_translations.Count}]":
                Translate(value);
                break;
            default:
                throw Error($"\"{word}\" cannot stand here.");
        }
    }

    private void Translate(string value)
    {
        _current = new(value);
        _translations.Add(_current);
    }

    private void StartUnless(bool hasStarted)
    {
        if (!hasStarted)
        {
            Start();
        }
    }

    private void Start()
    {
        Finish();
        _start = _line;
    }

    private void Finish()
    {
        if (_id is null && _context is null)
        {
            return;
        }

        if (_id is null || _translations.Count == 0)
        {
            throw Error($"The message of line {_start} has no translation line (msgstr).");
        }

        if (!_seen.Add((_context?.ToString(), _id.ToString())))
        {
            throw new PoException(file, _start, $"The message \"{_id}\" stands in the file twice.");
        }

        _entries.Add(new(_context?.ToString(), _id.ToString(), _plural?.ToString(), [.. _translations.Select(one => one.ToString())], _start)
        {
            // gettext itself writes a fuzzy header; it counts all the same.
            IsFuzzy = _isFuzzy && _id.Length > 0,
            Notes = [.. _notes],
        });

        _context = _id = _plural = _current = null;
        _translations.Clear();
        _notes.Clear();
        _isFuzzy = false;
    }

    private string Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
        {
            throw Error("The text must stand between double quotes.");
        }

        var result = new StringBuilder(quoted.Length);

        for (var i = 1; i < quoted.Length - 1; i++)
        {
            result.Append(quoted[i] switch
            {
                '"' => throw Error("A double quote inside a text needs a backslash before it."),
                '\\' when i + 1 == quoted.Length - 1 => throw Error("The text ends with a single backslash."),
                '\\' => Unescape(quoted[++i]),
                var other => other,
            });
        }

        return result.ToString();
    }

    private char Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' or '\\' => escaped,
        _ => throw Error($"\"\\{escaped}\" is not a known escape."),
    };

    private PoException Error(string reason) => new(file, _line, reason);
}
