using SayNo.Admin.Editing;
using SayNo.Content.Fields;
using SayNo.Content.Translating;
using SayNo.Web.Pages;

namespace SayNo.Admin.Translating;

/// <summary>A text beside its source, as its translator has it on the desk.</summary>
public sealed record OpenedTranslation
{
    public required OpenedDraft Draft { get; init; }

    public required TranslationPairs Pairs { get; init; }

    /// <summary>What the form holds; what was not typed is in the pairs.</summary>
    public required FormInputs Inputs { get; init; }

    /// <summary>The segments by field, in the order of the form.</summary>
    public required IReadOnlyList<TranslatedField> Fields { get; init; }

    /// <summary>The public page that shows the text best; none if no page does.</summary>
    public required ItemPage? Page { get; init; }

    /// <summary>When the text was kept that is shown and was never saved; null if there is none.</summary>
    public DateTime? KeptAt { get; init; }

    /// <summary>True if something was typed in the other form, field by field, and not saved.</summary>
    public bool IsTypedElsewhere { get; init; }

    public string Path => $"/admin/content/{Draft.Item.Id}/{Draft.Locale}";

    public IEnumerable<TranslatedSegment> Segments => Fields.SelectMany(one => one.Segments);

    /// <summary>How many segments the source has.</summary>
    public int Total => Segments.Count(segment => segment.Pair.Source is not null);

    public int Done => Segments.Count(segment => segment is { Pair.Source: not null, IsOpen: false });

    public int Outdated => Segments.Count(segment => segment.IsOutdated);
}

/// <summary>One field of a translation.</summary>
/// <param name="Field">The field.</param>
/// <param name="Problems">What is wrong with it, in sentences.</param>
/// <param name="Segments">Its segments.</param>
public sealed record TranslatedField(Field Field, IReadOnlyList<string> Problems, IReadOnlyList<TranslatedSegment> Segments);

/// <summary>One segment of a translation, as the screen shows it.</summary>
public sealed record TranslatedSegment
{
    public required SegmentPair Pair { get; init; }

    /// <summary>From 1, through all fields.</summary>
    public required int Number { get; init; }

    /// <summary>What the input holds.</summary>
    public required string Text { get; init; }

    /// <summary>What could be said in a simpler way, in the editor's language.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>Whether its box "still right" is ticked.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The number of the next segment that is outdated or missing; null if it is the last one.</summary>
    public int? Next { get; init; }

    /// <summary>The number of the one before; null if it is the first one.</summary>
    public int? Previous { get; init; }

    public bool IsText => (Pair.Target ?? Pair.Source)?.IsText == true;

    public bool IsOutdated => Pair.HasChanged;

    public bool IsMissing => Pair is { Source: not null, Target: null };

    public bool IsOpen => IsOutdated || IsMissing;

    public string Id => $"segment-{Number}";

    public string Name => SegmentInputs.NameOf(Pair.Key);

    public int Rows => Math.Clamp(Math.Max(Lines(Text), Lines(Pair.Source?.Text ?? "")), 2, 16);

    private static int Lines(string text) => text.Split('\n').Sum(line => 1 + (line.Length / 55));
}
