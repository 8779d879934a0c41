using System.Text.Json;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;
using SayNo.Content.Translating;

namespace SayNo.Content.Sources;

/// <summary>What a source has said so far, and which of it editors have said to mean the same.</summary>
internal sealed class SourcePast
{
    private readonly List<ContentVersion> _versions;
    private readonly Dictionary<string, SegmentedVersion> _segmented = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, string Hash), string> _meanings = [];
    private readonly Dictionary<(string Field, string Hash), string> _texts = [];
    private bool _hasTexts;
    private int _ownMeanings;

    /// <param name="versions">The versions of the source that were ever public, or are a minor edit, or stood beside a text.</param>
    /// <param name="now">The version that texts are compared with: what was said after it does not count yet.</param>
    public SourcePast(IEnumerable<ContentVersion> versions, ContentVersion? now)
    {
        _versions = [.. versions.OrderBy(version => version.Number)];
        Now = _versions.Find(version => version.Id == now?.Id) ?? now;

        foreach (var minor in _versions.Where(version => version.Number <= (now?.Number ?? int.MaxValue))
            .Select(version => version.Replaces).OfType<string>().Select(MinorEdit.Parse))
        {
            Learn(minor);
        }
    }

    public ContentVersion? Now { get; }

    /// <summary>The versions that were public, in the order in which they became so.</summary>
    public IEnumerable<ContentVersion> Public =>
        _versions.Where(version => version.PublishedAt is not null).OrderBy(version => version.PublishedAt).ThenBy(version => version.Number);

    public SegmentedVersion this[ContentVersion version]
    {
        get
        {
            if (!_segmented.TryGetValue(version.Id, out var segmented))
            {
                _segmented[version.Id] = segmented = SegmentedVersion.Of(version);
            }

            return segmented;
        }
    }

    /// <summary>What the source says now, and before that its other versions.</summary>
    public IEnumerable<ContentVersion> NewestFirst =>
        _versions.OrderByDescending(version => version.Id == Now?.Id).ThenByDescending(version => version.Number).Where(version => version.Number <= Now?.Number);

    /// <summary>The same as it was when the source said something else.</summary>
    public SourcePast AsOf(ContentVersion version) => new(_versions, version);

    public ContentVersion? Find(string? id) => _versions.Find(version => version.Id == id);

    /// <summary>The same for hashes of texts that mean the same.</summary>
    public string MeaningOf(string field, string hash) => _meanings.GetValueOrDefault((field, hash), hash);

    /// <summary>What a segment said; null if nobody knows any more.</summary>
    public string? TextOf(string field, string hash)
    {
        if (!_hasTexts)
        {
            _hasTexts = true;

            foreach (var segment in _versions.Select(version => this[version]).SelectMany(version => version.Fields.SelectMany(one => version[one].Segments)))
            {
                _texts[(segment.Field, segment.Hash)] = segment.Text;
            }
        }

        return _texts.GetValueOrDefault((field, hash));
    }

    /// <summary>What a field of a text was made from. A text that remembers nothing, such as an imported one, was made from what was public at that time.</summary>
    public MadeFromField MadeFromOf(ContentVersion text, string field, int targets)
    {
        if (text.MadeFrom is not { } remembered)
        {
            return Rewriting.First(PublicAt(text.CreatedAt) is { } source ? this[source].Hashes(field) : [], targets);
        }

        var madeFrom = MadeFrom.Parse(remembered);

        return madeFrom.Fields?.GetValueOrDefault(field)
            ?? (madeFrom.Hashes?.GetValueOrDefault(field) is { } hash ? Rewriting.First(SegmentsOf(field, hash), targets) : Rewriting.First([], targets));
    }

    /// <summary>A source that was first published with the translation, or a moment later, was public "then" all the same.</summary>
    public ContentVersion? PublicAt(DateTime moment) => Public.LastOrDefault(source => source.PublishedAt <= moment) ?? Public.FirstOrDefault();

    /// <summary>The fields of a text that a version of its source has left behind; what the text does not say at all is missing, not outdated.</summary>
    public IReadOnlyList<string> Outdated(ContentVersion text, ContentVersion source)
    {
        var target = SegmentedVersion.Of(text);

        return [.. target.Fields.Where(field => Differs(field, MadeFromOf(text, field, target[field].Segments.Count), source))];
    }

    /// <summary>
    /// When the source began to say something else than what a text was made from, UTC, in the field that has waited longest; null if it does not.
    /// It follows from the version of the text and from what the source says now, whatever is saved after that.
    /// </summary>
    public DateTime? OutdatedSince(ContentVersion text)
    {
        if (Now is not { } now || Outdated(text, now) is not { Count: > 0 } outdated)
        {
            return null;
        }

        var inOrder = Public.Where(source => source.Number <= now.Number)
            .Select(source => (At: source.PublishedAt ?? source.CreatedAt, Fields: Outdated(text, source))).ToList();

        return inOrder.Count == 0
            ? now.CreatedAt
            : outdated.Min(field => inOrder[Math.Min(inOrder.FindLastIndex(source => !source.Fields.Contains(field)) + 1, inOrder.Count - 1)].At);
    }

    /// <summary>What a field said when it had these segments; null if nobody knows any more.</summary>
    public JsonElement? ValueOf(string field, IReadOnlyList<MemoryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var hashes = entries.Select(entry => entry.Hash).ToList();

        // What was translated bit by bit may never have stood in one version.
        return _versions.AsEnumerable().Reverse().FirstOrDefault(version => this[version].Hashes(field).SequenceEqual(hashes)) is { } version
            ? this[version].Values[field]
            : entries.All(entry => entry.Text is not null)
                ? JsonElement.Parse(JsonSerializer.Serialize(string.Join("\n\n", entries.Select(entry => entry.Text))))
                : null;
    }

    /// <summary>Whether what a field was made from is no longer what a version of its source says.</summary>
    public bool Differs(string field, MadeFromField madeFrom, ContentVersion source) => !madeFrom.Source.Select(hash => MeaningOf(field, hash))
        .SequenceEqual(this[source].Hashes(field).Select(hash => MeaningOf(field, hash)), StringComparer.Ordinal);

    /// <summary>The segments of a field of which only the hash of all that it said is known.</summary>
    private IReadOnlyList<string> SegmentsOf(string field, string hash) =>
        _versions.AsEnumerable().Reverse().FirstOrDefault(version => this[version].Values[field] is { } value && SourceHash.Of(value) == hash) is { } version
            ? this[version].Hashes(field)
            : [hash];

    private void Learn(MinorEdit minor)
    {
        foreach (var (field, replacement) in minor.Fields.SelectMany(pair => pair.Value.Select(one => (pair.Key, one))))
        {
            var now = (field, replacement.New);

            if (replacement.Old is not { } old)
            {
                // A meaning of its own, which no hash is.
                _meanings[now] = $"{replacement.New}.{_ownMeanings++}";
                continue;
            }

            var (meaning, other) = (MeaningOf(field, old), MeaningOf(field, replacement.New));
            _meanings[(field, old)] = meaning;
            _meanings[now] = meaning;

            foreach (var key in _meanings.Where(pair => pair.Key.Field == field && pair.Value == other).Select(pair => pair.Key).ToList())
            {
                _meanings[key] = meaning;
            }
        }
    }
}
