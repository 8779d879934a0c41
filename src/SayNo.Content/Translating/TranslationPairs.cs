using SayNo.Content.Sources;
using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>A text beside its source, segment by segment.</summary>
public sealed class TranslationPairs
{
    private readonly SourcePlace _place;

    internal TranslationPairs(string itemId, string locale, SourcePlace place, PairedText text, IReadOnlyList<SegmentPair> pairs)
    {
        ItemId = itemId;
        Locale = locale;
        _place = place;
        Text = text;
        Pairs = pairs;
    }

    public string ItemId { get; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public string Locale { get; }

    public SourceKind Kind => _place.Kind;

    /// <summary>The item of the source: the same one for a translation.</summary>
    public string SourceItemId => _place.ItemId;

    public string SourceLocale => _place.Locale;

    /// <summary>What the source says: to the public, or, as long as it is not public, in its draft.</summary>
    public ContentVersion Source => Text.Source;

    public bool IsSourcePublic => Text.IsPublic;

    /// <summary>The newest version of the text; none if there is no text yet.</summary>
    public ContentVersion? Target => Text.Target;

    /// <summary>In the order of the form, and within a field in that of the source.</summary>
    public IReadOnlyList<SegmentPair> Pairs { get; }

    public bool IsOutdated => Pairs.Any(pair => pair.HasChanged);

    /// <summary>Both versions, taken apart.</summary>
    internal PairedText Text { get; }
}

/// <summary>What somebody has written beside a source.</summary>
public sealed record TranslationDraft
{
    public required string ItemId { get; init; }

    public required string Locale { get; init; }

    /// <summary>The version of the source that stood beside the form.</summary>
    public required string SourceId { get; init; }

    /// <summary>The version of the text that the writer began with; none if there was none.</summary>
    public string? BasedOn { get; init; }

    /// <summary>What was written, by the key of the pair. What is left out stays as it is; an empty text takes the segment away.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The keys of the pairs that are still right as they are. They count if something else was written; else see <see cref="SourceConfirmation"/>.</summary>
    public IReadOnlyCollection<string> Confirmed { get; init; } = [];

    /// <summary>False while nobody but the translator has read the text.</summary>
    public bool IsReviewed { get; init; } = true;

    public string? Comment { get; init; }
}
