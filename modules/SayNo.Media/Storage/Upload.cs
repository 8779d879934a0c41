namespace SayNo.Media.Storage;

/// <summary>A file that is on its way. What has arrived of it lies in the media folder, where nobody is served.</summary>
public sealed class Upload
{
    /// <summary>26 characters that nobody guesses.</summary>
    public required string Id { get; init; }

    public required string Scope { get; init; }

    /// <summary>The name of the file on its owner's device.</summary>
    public required string Name { get; init; }

    /// <summary>How many bytes it will have.</summary>
    public required long Length { get; init; }

    public required string ById { get; init; }

    public required DateTime BegunAt { get; init; }
}
