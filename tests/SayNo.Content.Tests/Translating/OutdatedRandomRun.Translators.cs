using SayNo.Content.Sources;
using SayNo.Content.Translating;

namespace SayNo.Content.Tests.Translating;

/// <summary>What translators do.</summary>
internal sealed partial class OutdatedRandomRun
{
    private void TranslateOne(bool isOld)
    {
        var versions = _desk.Versions(_desk.First);
        var source = isOld && versions.Count > 0 ? versions[_random.Next(versions.Count)] : _desk.Public(_desk.First) ?? _desk.Newest(_desk.First);

        if (source is null || _desk.Pairs(source.Id) is not { } pairs || pairs.Pairs.ToList() is not { Count: > 0 } all)
        {
            return;
        }

        var pair = all[_random.Next(all.Count)];
        var text = _random.Next(6) == 0 ? "" : $"deutsch {++_count}";

        if (text == (pair.Target?.Text ?? ""))
        {
            return;
        }

        if (OneField.Blocks(_desk.Newest("de")).Length == 0)
        {
            See(OneField.Blocks(source));
        }

        Accept(pair);
        all.Where(one => one.IsMoved).ToList().ForEach(Accept);
        _isOrderKnown = false;
        Story.Add($"translate {pair.Key} beside {source.Id}: {pair.Then} -> {pair.Source?.Text} as \"{text}\"");
        _desk.Translate(pairs, pair.Key, text);
        Remember();
    }

    private void SaveWhole()
    {
        var blocks = OneField.Blocks(_desk.Newest("de")).ToList();

        if (blocks.Count == 0 || _desk.Pairs(null)?.Pairs.ToList() is not { } pairs)
        {
            return;
        }

        var at = _random.Next(blocks.Count);
        var pair = pairs.Single(one => one.Target?.Index == at);

        // What the source gave up is not brought up to it by being written anew.
        if (pair.Source is null)
        {
            return;
        }

        blocks[at] = $"deutsch {++_count}";
        Accept(pair);
        _isOrderKnown = false;
        Story.Add($"rewrite {pair.Key}: {pair.Then} -> {pair.Source?.Text}");
        _desk.SaveWhole(string.Join("\n\n", blocks));
        Remember();
    }

    private void ConfirmOne()
    {
        if (_desk.Public(_desk.First) is null || OneField.Blocks(_desk.Newest("de")).Length == 0)
        {
            return;
        }

        if (_desk.Pairs(null)?.Pairs.Where(one => one.HasChanged).ToList() is { Count: > 0 } pairs)
        {
            var pair = pairs[_random.Next(pairs.Count)];
            Accept(pair);
            _isOrderKnown = false;
            Story.Add($"confirm {pair.Key}: {pair.Then} -> {pair.Source?.Text}");
            _desk.Confirm([pair.Key]);
            Remember();
        }
    }

    private void ConfirmAll()
    {
        if (_desk.Public(_desk.First) is { } source && OneField.Blocks(_desk.Newest("de")).Length > 0)
        {
            See(OneField.Blocks(source));
            Story.Add("confirm all");
            _desk.Confirm(null);
            Remember();
        }
    }

    private void RestoreText()
    {
        var texts = _desk.Versions("de").Where(version => _seenAt.ContainsKey(version.Id)).ToList();

        if (texts.Count > 0)
        {
            var version = texts[_random.Next(texts.Count)];
            var (seen, isOrderKnown, order) = _seenAt[version.Id];
            (_seen, _isOrderKnown, _order) = (new(seen), isOrderKnown, order);
            Story.Add($"restore {version.Id}");
            _desk.RestoreText(version);
            Remember();
        }
    }

    /// <summary>What stood beside a segment before is replaced by what the source says there now.</summary>
    private void Accept(SegmentPair pair)
    {
        if (pair.Entry is { } entry && _seen.FirstOrDefault(one => SourceHash.Of(one.Value) == entry.Hash) is { Key: { } name })
        {
            _seen.Remove(name);
        }

        if (pair.Source is { } source)
        {
            _seen[_nameOf[source.Text]] = source.Text;
        }
    }

    private void See(IEnumerable<string> wordings)
    {
        _seen = wordings.ToDictionary(wording => _nameOf[wording]);
        (_order, _isOrderKnown) = ([.. _seen.Keys], true);
    }

    private void Remember()
    {
        if (_desk.Newest("de") is { } version)
        {
            _seenAt.TryAdd(version.Id, (new(_seen), _isOrderKnown, [.. _order]));
        }
    }

    private void Say(string what, Action act)
    {
        Story.Add(what);
        act();
    }
}
