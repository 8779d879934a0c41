using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Sources;

namespace SayNo.Content.Translating;

/// <summary>What one field says, cut into segments, which give back the very same value when they are put together again.</summary>
public sealed class SegmentedField
{
    /// <summary>What stands between two blocks that did not stand beside each other before.</summary>
    private const string NewGap = "\n\n";

    private readonly SegmentForm _form;
    private readonly IReadOnlyList<string> _gaps;

    /// <param name="form">How the field is cut.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="gaps">For a text: what stands before the first segment, and after each.</param>
    private SegmentedField(SegmentForm form, IReadOnlyList<Segment> segments, IReadOnlyList<string> gaps)
    {
        _form = form;
        Segments = segments;
        _gaps = gaps;
    }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Cuts a value; a missing or empty one has no segments.</summary>
    public static SegmentedField Of(string field, JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => new(SegmentForm.Text, [], [""]),
        { ValueKind: JsonValueKind.String } text => OfText(field, text.GetString() ?? ""),
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) => OfList(field, list),
        { } whole => new(SegmentForm.Whole, [new(field, 0, whole.GetRawText(), SourceHash.Of(whole), IsText: false)], []),
    };

    /// <summary>The blocks from one to another, with what stands between them.</summary>
    public string TextOf(int first, int count) => count == 1
        ? Segments[first].Text
        : string.Concat(Enumerable.Range(first, count).Select(at => Segments[at].Text + (at + 1 < first + count ? GapAfter(at) : "")));

    /// <summary>Puts a value together; null if nothing is left of it.</summary>
    /// <param name="pieces">Its parts, in the new order; none of them is empty.</param>
    /// <param name="like">How it is put together if this field has no segments yet.</param>
    public JsonNode? Join(IReadOnlyList<SegmentPiece> pieces, SegmentedField like)
    {
        var form = Segments.Count > 0 ? _form : like._form;

        return pieces.Count == 0 ? null
            : form == SegmentForm.List ? new JsonArray([.. pieces.Select(piece => JsonValue.Create(piece.Text))])
            : form == SegmentForm.Whole ? JsonNode.Parse(pieces[0].Text)
            : JsonValue.Create(string.Concat(pieces.Select((piece, at) => Before(pieces, at) + piece.Text)) + Tail(pieces[^1]));
    }

    /// <summary>Which piece each segment of the value that <see cref="Join"/> made belongs to.</summary>
    internal IReadOnlyList<int> PiecesOf(IReadOnlyList<SegmentPiece> pieces, SegmentedField joined)
    {
        if (joined._form != SegmentForm.Text)
        {
            return [.. joined.Segments.Select(segment => segment.Index)];
        }

        var starts = new List<int>();
        var length = 0;

        for (var at = 0; at < pieces.Count; at++)
        {
            length += Before(pieces, at).Length;
            starts.Add(length);
            length += pieces[at].Text.Length;
        }

        return [.. joined.Starts().Select(start => Math.Max(0, starts.FindLastIndex(one => one <= start)))];
    }

    private static SegmentedField OfText(string field, string text)
    {
        var cuts = MarkdownCuts.Of(text);
        var segments = cuts.Select((cut, at) => new Segment(field, at, text[cut], SourceHash.Of(text[cut]))).ToList();
        var ends = cuts.Select(cut => cut.End.Value).Prepend(0).ToList();
        var starts = cuts.Select(cut => cut.Start.Value).Append(text.Length).ToList();

        return new(SegmentForm.Text, segments, [.. ends.Zip(starts, (end, start) => text[end..start])]);
    }

    private static SegmentedField OfList(string field, JsonElement list) => new(SegmentForm.List,
        [.. list.EnumerateArray().Select((one, at) => new Segment(field, at, one.GetString() ?? "", SourceHash.Of(one)))], []);

    private string Before(IReadOnlyList<SegmentPiece> pieces, int at) =>
        at == 0 ? (_gaps.Count > 0 && pieces[0].First == 0 ? _gaps[0] : "")
        : pieces[at - 1] is { End: { } end } && pieces[at].First == end ? GapAfter(end - 1)
        : NewGap;

    private string Tail(SegmentPiece last) => last.End == Segments.Count && Segments.Count > 0 ? GapAfter(Segments.Count - 1) : "";

    private string GapAfter(int at) => _form == SegmentForm.Text ? _gaps[at + 1] : NewGap;

    private IEnumerable<int> Starts()
    {
        var at = 0;

        foreach (var segment in Segments)
        {
            at += _gaps[segment.Index].Length;
            yield return at;
            at += segment.Text.Length;
        }
    }
}

/// <summary>How a field is cut into segments.</summary>
internal enum SegmentForm
{
    /// <summary>A text, into the blocks of Markdown.</summary>
    Text = 1,

    /// <summary>A list, into its entries.</summary>
    List = 2,

    /// <summary>Not at all.</summary>
    Whole = 3,
}

/// <summary>A part of a value that is put together anew.</summary>
/// <param name="Text">What it says.</param>
/// <param name="First">Where it stood before: the index of its first segment; null if it is new.</param>
/// <param name="End">The index after its last segment; null if it is new.</param>
public sealed record SegmentPiece(string Text, int? First, int? End);
