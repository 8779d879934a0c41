namespace SayNo.Content.Tests.Translating;

/// <summary>Random acts on one text, and the model of it.</summary>
internal sealed partial class OutdatedRandomRun(int seed)
{
    private readonly Random _random = new(seed);
    private readonly TranslationDesk _desk = new();

    // What the model knows: which paragraph a wording belongs to, what wordings mean as of each version of a source, and what the translator saw.
    private readonly Dictionary<string, string> _nameOf = [];
    private readonly Dictionary<string, Dictionary<string, int>> _meanings = new() { ["en"] = [], ["fr"] = [] };
    private readonly Dictionary<string, Dictionary<string, int>> _meaningsAt = [];
    private readonly Dictionary<string, (Dictionary<string, string> Seen, bool IsOrderKnown, List<string> Order)> _seenAt = [];
    private Dictionary<string, string> _seen = [];
    private List<string> _order = [];
    private bool _isOrderKnown = true;
    private int _count;

    public List<string> Story { get; } = [];

    public string? Lie { get; private set; }

    public void Act()
    {
        var locale = _random.Next(5) == 0 ? "fr" : "en";

        switch (_random.Next(16))
        {
            case 0 or 1: Source(locale, Insert, false); break;
            case 2: Source(locale, Remove, false); break;
            case 3: Source(locale, Move, false); break;
            case 4 or 5: Source(locale, Change, false); break;
            case 6 or 7: Source(locale, Change, true); break;
            case 8: Restore(locale); break;
            case 9: Say("publish", () => _desk.Publish(locale)); break;
            case 10 when _random.Next(4) == 0: Say("unpublish", () => _desk.Unpublish(locale)); break;
            case 11: TranslateOne(_random.Next(4) == 0); break;
            case 12: TranslateOne(false); break;
            case 13: ConfirmOne(); break;
            case 14: ConfirmAll(); break;
            case 15 when _random.Next(4) == 0: Say("first language", () => _desk.First = _desk.First == "en" ? "fr" : "en"); break;
            case 15: SaveWhole(); break;
            default: RestoreText(); break;
        }

        Judge();
    }

    private void Judge()
    {
        var says = _desk.IsOutdated;
        var pairs = _desk.Pairs(null)?.Pairs.ToList() ?? [];

        if (_desk.Newest("de") is { } text && pairs.Exists(pair => pair.HasChanged) != (says && OneField.Blocks(text).Length > 0))
        {
            Lie = "the segments say something else than the text";
        }

        if (_desk.Public(_desk.First) is not { } source || _desk.Newest("de") is null)
        {
            Lie ??= says ? "outdated without a public source or a text" : null;

            return;
        }

        var now = OneField.Blocks(source).ToDictionary(wording => _nameOf[wording]);
        var meaning = _meaningsAt[source.Id];
        var sameWords = now.Count == _seen.Count
            && now.All(pair => _seen.TryGetValue(pair.Key, out var seen) && (seen == pair.Value || Meaning(meaning, seen) == Meaning(meaning, pair.Value)));
        var sameOrder = _order.SequenceEqual(OneField.Blocks(source).Select(wording => _nameOf[wording]));

        if (OneField.Blocks(_desk.Newest("de")).Length == 0)
        {
            Lie ??= says ? "an empty text is missing, not outdated" : null;
        }
        else if (!says && (!sameWords || (_isOrderKnown && !sameOrder)))
        {
            Lie ??= "it is outdated, and nobody says so";
        }
        else if (says && sameWords && _isOrderKnown && sameOrder)
        {
            Lie ??= "it is not outdated";
        }
        else if (!says)
        {
            (_order, _isOrderKnown) = ([.. OneField.Blocks(source).Select(wording => _nameOf[wording])], true);
        }
    }

    private static int Meaning(Dictionary<string, int> meanings, string wording) => meanings.GetValueOrDefault(wording, -wording.GetHashCode(StringComparison.Ordinal));

    private void Source(string locale, Func<string, List<string>, (string? Old, string? New)> act, bool isMinor)
    {
        var blocks = OneField.Blocks(_desk.Newest(locale)).ToList();
        var (old, now) = act(locale, blocks);
        var meanings = _meanings[locale];

        if (old is not null && now is not null && isMinor)
        {
            var (one, other) = (meanings[old], meanings[now]);
            meanings.Keys.Where(wording => meanings[wording] == other).ToList().ForEach(wording => meanings[wording] = one);
        }
        else if (old is not null && now is not null && meanings[old] == meanings[now])
        {
            meanings[now] = ++_count;
        }

        if (blocks.Count == 0)
        {
            return;
        }

        var version = _desk.SaveSource(locale, string.Join("\n\n", blocks), isMinor);
        _meaningsAt[version.Id] = new(meanings);
        Story.Add($"{version.Id}{(isMinor ? " minor" : "")}: {string.Join(" | ", blocks)}");

        if (_random.Next(3) > 0)
        {
            Say($"publish {locale}", () => _desk.Publish(locale));
        }
    }

    private (string?, string?) Insert(string locale, List<string> blocks)
    {
        if (blocks.Count < 7)
        {
            blocks.Insert(_random.Next(blocks.Count + 1), Word(locale, $"{locale}name{++_count}"));
        }

        return default;
    }

    private (string?, string?) Remove(string locale, List<string> blocks)
    {
        if (blocks.Count > 1)
        {
            blocks.RemoveAt(_random.Next(blocks.Count));
        }

        return default;
    }

    private (string?, string?) Move(string locale, List<string> blocks)
    {
        if (blocks.Count > 1)
        {
            var block = blocks[_random.Next(blocks.Count)];
            blocks.Remove(block);
            blocks.Insert(_random.Next(blocks.Count + 1), block);
        }

        return default;
    }

    private (string?, string?) Change(string locale, List<string> blocks)
    {
        if (blocks.Count == 0)
        {
            return default;
        }

        var at = _random.Next(blocks.Count);
        var (old, name) = (blocks[at], _nameOf[blocks[at]]);
        var earlier = _nameOf.Where(pair => pair.Value == name && pair.Key != old).Select(pair => pair.Key).ToList();
        blocks[at] = earlier.Count > 0 && _random.Next(3) == 0 ? earlier[_random.Next(earlier.Count)] : Word(locale, name);

        return (old, blocks[at]);
    }

    /// <summary>A new wording of a paragraph: by the name one sees which it is.</summary>
    private string Word(string locale, string name)
    {
        var wording = $"{name} {name}a {name}b {name}c {name}d wording{++_count}";
        _nameOf[wording] = name;
        _meanings[locale][wording] = _count;

        return wording;
    }

    private void Restore(string locale)
    {
        if (_desk.Versions(locale) is { Count: > 0 } versions)
        {
            var version = _desk.Restore(locale, versions[_random.Next(versions.Count)]);
            _meaningsAt[version.Id] = new(_meanings[locale]);
            Story.Add($"{version.Id} restored: {string.Join(" | ", OneField.Blocks(version))}");
        }
    }
}
