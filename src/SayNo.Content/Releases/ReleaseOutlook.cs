using SayNo.Content.Fields;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Storage;

namespace SayNo.Content.Releases;

/// <summary>What stands in the way of a release, and the public as it would be after it.</summary>
public sealed record ReleaseOutlook
{
    public required Release Release { get; init; }

    public required IReadOnlyList<EntryOutlook> Entries { get; init; }

    /// <summary>What is wrong with the release as a whole.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The public with all of it.</summary>
    public required Picture Picture { get; init; }

    /// <summary>Nothing stands in the way; whether this person may do it is another question.</summary>
    public bool IsOpen => Problems.Count == 0 && Entries.All(entry => entry.Problems.Count == 0);

    /// <summary>All that is wrong, for a result that names no texts.</summary>
    public IReadOnlyList<Problem> All => [.. Problems, .. Entries.SelectMany(entry => entry.Problems)];
}

/// <summary>One text of a release and what is wrong with it.</summary>
public sealed record EntryOutlook
{
    public required ReleaseEntry Entry { get; init; }

    /// <summary>None if it was deleted.</summary>
    public ContentItem? Item { get; init; }

    public Variant? Variant { get; init; }

    /// <summary>The version that was agreed on; none if the text is to go.</summary>
    public ContentVersion? Version { get; init; }

    /// <summary>Why nothing of the release may become public; empty if this text does not stop it.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>What somebody should know first.</summary>
    public required IReadOnlyList<Sentence> Warnings { get; init; }

    /// <summary>The values that somebody must leave to another person.</summary>
    public required IReadOnlyList<FourEyesDemand> FourEyes { get; init; }

    /// <summary>True if it is as the release wants it already.</summary>
    public required bool IsDone { get; init; }

    /// <summary>True if somebody wrote a newer draft than the one that was put in.</summary>
    public bool HasNewerDraft => Entry.Act == ReleaseAct.Publish && Variant is { DraftId: { } draft, ArchivedAt: null } && draft != Entry.VersionId;
}

/// <summary>What became of an act with a release.</summary>
public sealed record ReleaseResult
{
    private ReleaseResult()
    {
    }

    /// <summary>The release as it is now; none if nothing was done.</summary>
    public Release? Release { get; private init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The number of the last change that the public sees; 0 if it sees none.</summary>
    public long Sequence { get; private init; }

    public bool IsDone => Release is not null;

    internal static ReleaseResult Done(Release release, long sequence = 0) => new() { Release = release, Problems = [], Sequence = sequence };

    public static ReleaseResult Refused(params IReadOnlyList<Problem> problems) => new() { Problems = problems };

    internal static ReleaseResult Refused(Sentence sentence, string field = "") => Refused(new Problem(field, sentence));
}
