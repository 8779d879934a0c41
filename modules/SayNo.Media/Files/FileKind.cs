namespace SayNo.Media.Files;

/// <summary>What a file of the library is, by what is in it.</summary>
public enum FileKind
{
    Jpeg = 1,
    Png = 2,
    WebP = 3,
    Mp4 = 4,
    WebM = 5,
    Captions = 6,
}

/// <summary>What the kinds have in common.</summary>
public static class FileKinds
{
    public static bool IsPicture(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;

    public static bool IsFilm(this FileKind kind) => kind is FileKind.Mp4 or FileKind.WebM;

    /// <summary>With its dot, as the site serves files of the kind.</summary>
    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.WebP => ".webp",
        FileKind.Mp4 => ".mp4",
        FileKind.WebM => ".webm",
        _ => ".vtt",
    };
}
