using SayNo.Content.Releases;
using SayNo.Content.Storage;
using SayNo.Web.Admin;

namespace SayNo.Admin.Releases;

/// <summary>A release as its screens show it to one person.</summary>
public sealed record OpenedRelease
{
    public required ReleaseOutlook Outlook { get; init; }

    public required IReadOnlyList<ReleaseLine> Lines { get; init; }

    /// <summary>The release that takes this one back, if somebody has prepared one.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Whether the person may put texts in and take them out.</summary>
    public required bool MayWork { get; init; }

    /// <summary>Whether the person may publish every text of it.</summary>
    public required bool MayPublish { get; init; }

    public Release Release => Outlook.Release;

    public bool IsOpen => Release.State is ReleaseState.Open or ReleaseState.Stopped;

    public bool IsEnded => Release.State is ReleaseState.Done or ReleaseState.Dropped;

    /// <summary>How many texts stop it.</summary>
    public int Stops => Lines.Count(line => line.Outlook.Problems.Count > 0);

    /// <summary>Whether the person can let it happen, now or at a moment to come.</summary>
    public bool CanPublish => IsOpen && MayPublish && Outlook.IsOpen;
}

/// <summary>One text of a release.</summary>
/// <param name="Outlook">What stands in its way.</param>
/// <param name="Title">What its item is called; none if it was deleted.</param>
public sealed record ReleaseLine(EntryOutlook Outlook, ItemTitle? Title);
