namespace SayNo.Media.Storage;

/// <summary>A picture of the library at a smaller width, as WebP.</summary>
public sealed class MediaRendition
{
    public required string MediaId { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required string Path { get; init; }

    public required long Bytes { get; init; }
}
