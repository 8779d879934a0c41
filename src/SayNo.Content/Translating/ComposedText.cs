using System.Text.Json.Nodes;
using SayNo.Content.Publishing;

namespace SayNo.Content.Translating;

/// <summary>The values of a text after some of its segments were written beside the source, and what they were made from.</summary>
internal sealed class ComposedText
{
    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly IReadOnlyCollection<string> _confirmed;
    private readonly string _sourceId;
    private readonly JsonObject _values;
    private readonly Dictionary<string, MadeFromField> _madeFrom = new(StringComparer.Ordinal);

    private ComposedText(PairedText text, IReadOnlyDictionary<string, string> texts, IReadOnlyCollection<string> confirmed)
    {
        _texts = texts;
        _confirmed = confirmed;
        _sourceId = text.Source.Id;
        _values = JsonNode.Parse(text.Target?.Data ?? "{}") as JsonObject ?? [];
    }

    public ContentValues Values => ContentValues.Parse(_values.ToJsonString());

    public MadeFrom MadeFrom => new(_sourceId, _madeFrom);

    /// <summary>False if it says what the text says already.</summary>
    public bool IsChanged { get; private set; }

    /// <param name="text">The text beside its source.</param>
    /// <param name="texts">What was written, by the key of the pair.</param>
    /// <param name="confirmed">The keys of the pairs that are still right as they are.</param>
    public static ComposedText Of(PairedText text, IReadOnlyDictionary<string, string> texts, IReadOnlyCollection<string> confirmed)
    {
        var composed = new ComposedText(text, texts, confirmed);

        // What the text remembers changes with what is written, and the one before stays as it is.
        foreach (var field in PairedText.Of(text.Source, text.Target, text.Past, text.IsPublic).Fields)
        {
            composed.Add(field, [.. field.All(text.IsPublic)]);
        }

        return composed;
    }

    private void Add(FieldPairs field, IReadOnlyList<SegmentPair> pairs)
    {
        var name = field.Memory.Field;

        if (!pairs.Any(IsWritten))
        {
            Keep(field, pairs);

            return;
        }

        IsChanged = true;

        if (field.Target.Segments.Count == 0)
        {
            // Whoever begins has all of it before them: what they leave out for now is missing, and not outdated.
            field.Memory.AcceptAll();
        }

        var parts = pairs.Select(pair => (Piece: PieceOf(pair), Entry: Bring(field.Memory, pair))).Where(part => part.Piece.Text.Length > 0).ToList();
        Put(field, [.. parts.Select(part => part.Piece)], [.. parts.Select(part => part.Entry)]);
    }

    private void Keep(FieldPairs field, IReadOnlyList<SegmentPair> pairs)
    {
        if (field.Target.Segments.Count == 0)
        {
            return;
        }

        foreach (var pair in pairs.Where(pair => _confirmed.Contains(pair.Key)))
        {
            Bring(field.Memory, pair);
        }

        _madeFrom[field.Memory.Field] = field.Memory.Remember();
    }

    private void Put(FieldPairs field, IReadOnlyList<SegmentPiece> pieces, IReadOnlyList<MemoryEntry?> entries)
    {
        var name = field.Memory.Field;

        if (field.Target.Join(pieces, field.Source) is not { } value)
        {
            _values.Remove(name);

            return;
        }

        _values[name] = value;
        var joined = SegmentedField.Of(name, ContentValues.Parse(_values.ToJsonString())[name]);
        _madeFrom[name] = field.Memory.Remember(field.Target.PiecesOf(pieces, joined).Select(piece => entries[piece]));
    }

    private bool IsWritten(SegmentPair pair) =>
        _texts.TryGetValue(pair.Key, out var text) && IsWritable(pair) && !SegmentText.Same(text, pair.Target?.Text);

    private static bool IsWritable(SegmentPair pair) => pair.Source?.IsText != false && pair.Target?.IsText != false;

    private SegmentPiece PieceOf(SegmentPair pair)
    {
        var text = IsWritten(pair) ? SegmentText.Clean(_texts[pair.Key]) : pair.Target?.Text ?? "";

        return pair.Target is { } target ? new(text, target.Index, target.Index + pair.TargetCount) : new(text, null, null);
    }

    /// <summary>Brings up to the source what was written, and what comes to stand where the source has it now.</summary>
    private MemoryEntry? Bring(FieldMemory memory, SegmentPair pair)
    {
        if (!IsWritten(pair) && !pair.IsMoved && !_confirmed.Contains(pair.Key))
        {
            return pair.Target is null ? null : pair.Entry;
        }

        if (pair.Source is { } source)
        {
            return memory.Accept(source.Index);
        }

        if (pair.Entry is { } gone)
        {
            memory.Drop(gone);
        }

        return null;
    }
}
