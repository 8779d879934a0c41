namespace SayNo.Media.Storage;

/// <summary>What a picture shows, in one language, for those who cannot see it.</summary>
public sealed class MediaText
{
    public required string MediaId { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Locale { get; init; }

    /// <summary>Empty if somebody decided that the picture says nothing that the text beside it does not say.</summary>
    public required string Text { get; set; }
}
