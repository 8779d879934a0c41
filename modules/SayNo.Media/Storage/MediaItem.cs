using SayNo.Media.Files;
using SayNo.Web.Media;

namespace SayNo.Media.Storage;

/// <summary>One file of the library.</summary>
public sealed class MediaItem
{
    /// <summary>26 characters, as the ids of content.</summary>
    public required string Id { get; init; }

    /// <summary>Who owns it: <c>EU</c> for the campaign, else a country.</summary>
    public required string Scope { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>What editors call it; at first the name that the file had.</summary>
    public required string Name { get; set; }

    /// <summary>Its path in the media folder, which fields of texts hold.</summary>
    public required string Path { get; init; }

    public required long Bytes { get; init; }

    /// <summary>In pixels; none for captions, and for a film that does not say it.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>SHA-256 of what is in it, in small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>What matters most in a picture, in percent of its width from its left edge.</summary>
    public int FocusX { get; set; } = MediaFocus.Middle.X;

    /// <summary>In percent of its height from its top.</summary>
    public int FocusY { get; set; } = MediaFocus.Middle.Y;

    /// <summary>The account of whoever brought it.</summary>
    public required string ById { get; init; }

    public required string By { get; init; }

    public required DateTime AddedAt { get; init; }
}
