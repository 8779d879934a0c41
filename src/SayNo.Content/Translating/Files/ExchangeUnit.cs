namespace SayNo.Content.Translating.Files;

/// <summary>The kinds of files that translators' tools read and write.</summary>
public enum ExchangeFormat
{
    /// <summary>gettext's.</summary>
    Po = 1,

    /// <summary>XLIFF 2.1, of OASIS.</summary>
    Xliff = 2,
}

/// <summary>A file as it goes to a translator and comes back.</summary>
/// <param name="SourceLocale">BCP 47 tag; empty if the file does not say.</param>
/// <param name="TargetLocale">BCP 47 tag; empty if the file does not say.</param>
/// <param name="Units">In the order of the file.</param>
internal sealed record ExchangeFile(string SourceLocale, string TargetLocale, IReadOnlyList<ExchangeUnit> Units);

/// <summary>One segment in a file.</summary>
internal sealed record ExchangeUnit
{
    /// <summary>By which the segment is found again; none if the file has another, such as that of another program.</summary>
    public required SegmentName? Name { get; init; }

    public required string Source { get; init; }

    /// <summary>Empty as long as there is no translation.</summary>
    public required string Target { get; init; }

    /// <summary>True if the translation is not done: it is missing, or somebody has to look at it.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>What the source said when the translation was made; null if that is what it says now.</summary>
    public string? Previous { get; init; }

    /// <summary>The hash of the translation that went out, or <see cref="NoTarget"/>; null if the file has lost it.</summary>
    public string? SentTarget { get; init; }

    /// <summary>What a translator should know of it, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where it stands on the site, for people.</summary>
    public string Place { get; init; } = "";

    /// <summary>The line of the file; 0 if it was not read from one.</summary>
    public int Line { get; init; }

    /// <summary>Stands for the hash of a translation that was not there.</summary>
    public const string NoTarget = "none";
}

/// <summary>Names a segment of a source for as long as anybody remembers that version of it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Hash">Of what the source said.</param>
/// <param name="Occurrence">Which of those that say the same in that field, from 0.</param>
internal sealed record SegmentName(string ItemId, string Field, string Hash, int Occurrence)
{
    private const int Parts = 4;

    /// <summary>None if the text is no name of a segment.</summary>
    public static SegmentName? Parse(string? text) =>
        text?.Split(':') is { Length: Parts } parts && parts.All(part => part.Length > 0) && int.TryParse(parts[3], out var occurrence)
            ? new(parts[0], parts[1], parts[2], occurrence)
            : null;

    public override string ToString() => $"{ItemId}:{Field}:{Hash}:{Occurrence}";
}

/// <summary>A file that cannot be taken in.</summary>
/// <param name="line">Where; 0 if it is the whole of it.</param>
/// <param name="reason">What is wrong, as a sentence.</param>
public sealed class ExchangeException(int line, string reason) : FormatException(reason)
{
    public int Line => line;
}
