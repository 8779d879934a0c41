using SayNo.Admin.Editing;
using SayNo.Content.Fields;

namespace SayNo.Admin.Translating;

/// <summary>The inputs of a text that is written segment by segment, beside its source.</summary>
public static class SegmentInputs
{
    /// <summary>The names of inputs of segments begin so; the key of the pair follows.</summary>
    public const string TextPrefix = FormInputs.Prefix + "segment.";

    /// <summary>The names of boxes that say that a segment is still right begin so; the key of the pair follows.</summary>
    public const string StillRightPrefix = FormInputs.Prefix + "still-right.";

    /// <summary>The version of the source that stood beside the form.</summary>
    public const string Source = FormInputs.Prefix + "source.";

    public static string NameOf(string key) => TextPrefix + key;

    public static string StillRightOf(string key) => StillRightPrefix + key;

    /// <summary>What was typed; null for a form that is written field by field.</summary>
    public static TypedSegments? Of(FormInputs inputs) => inputs.Text(Source) is { Length: > 0 } source
        ? new(
            source,
            inputs.All.Where(input => input.Key.StartsWith(TextPrefix, StringComparison.Ordinal))
                .ToDictionary(input => input.Key[TextPrefix.Length..], input => Clean(input.Value), StringComparer.Ordinal),
            [.. inputs.All.Where(input => input.Key.StartsWith(StillRightPrefix, StringComparison.Ordinal)).Select(input => input.Key[StillRightPrefix.Length..])])
        : null;

    private static string Clean(IReadOnlyList<string> texts) =>
        texts is [var text, ..] ? TextSigns.Clean(text).Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n').TrimEnd() : "";
}

/// <summary>What was typed beside a source.</summary>
/// <param name="SourceId">The version of the source.</param>
/// <param name="Texts">Texts by the key of their pair.</param>
/// <param name="Confirmed">The keys of the pairs that are still right as they are.</param>
public sealed record TypedSegments(string SourceId, IReadOnlyDictionary<string, string> Texts, IReadOnlyCollection<string> Confirmed);
