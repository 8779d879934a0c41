using SayNo.Content.Published;

namespace SayNo.Content;

/// <summary>How the engine runs on this node.</summary>
public sealed record ContentEngineOptions
{
    /// <summary>Where the last picture is kept for a start without the database; nowhere if there is none.</summary>
    public PictureFile? File { get; init; }

    /// <summary>How often the change log is looked at when nothing wakes the follower.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shortest time between two writings of the picture's file.</summary>
    public TimeSpan KeepEvery { get; init; } = TimeSpan.FromSeconds(5);
}
