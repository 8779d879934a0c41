using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>One version of a text beside one version of its source.</summary>
internal sealed class PairedText
{
    private PairedText(ContentVersion source, ContentVersion? target, SourcePast past, bool isPublic, IReadOnlyList<FieldPairs> fields)
    {
        Source = source;
        Target = target;
        Past = past;
        IsPublic = isPublic;
        Fields = fields;
    }

    public ContentVersion Source { get; }

    public ContentVersion? Target { get; }

    public SourcePast Past { get; }

    /// <summary>False if nobody has read the source yet: nothing is outdated by it.</summary>
    public bool IsPublic { get; }

    /// <summary>The fields of the source, and after them those that the text alone has.</summary>
    public IReadOnlyList<FieldPairs> Fields { get; }

    public IEnumerable<SegmentPair> Pairs => Fields.SelectMany(one => one.All(IsPublic));

    public static PairedText Of(ContentVersion source, ContentVersion? target, SourcePast past, bool isPublic)
    {
        var (said, text) = (past[source], SegmentedVersion.Of(target));
        var fields = said.Fields.Union(text.Fields).Select(field => FieldPairs.Of(
            field, said[field], text[field],
            target is null ? Rewriting.First([], 0) : past.MadeFromOf(target, field, text[field].Segments.Count), past));

        return new(source, target, past, isPublic, [.. fields]);
    }
}
