using SayNo.Media.Files;
using SayNo.Media.Storage;
using SayNo.Web.Localization;

namespace SayNo.Media.Library;

/// <summary>Says of a file what lists show beside its name.</summary>
public static class MediaWords
{
    public static string Kind(FileKind kind, PoLocalizer l) => kind switch
    {
        FileKind.Captions => l["Captions (WebVTT)"].Value,
        FileKind.Mp4 => l["Film ({0})", "MP4"].Value,
        FileKind.WebM => l["Film ({0})", "WebM"].Value,
        FileKind.Jpeg => l["Picture ({0})", "JPEG"].Value,
        FileKind.Png => l["Picture ({0})", "PNG"].Value,
        _ => l["Picture ({0})", "WebP"].Value,
    };

    /// <summary>As people count bytes: 12 kB, 3.4 MB.</summary>
    public static string Bytes(long bytes, PoLocalizer l) => bytes < 1_000_000
        ? l["{0} kB", Math.Max(1, bytes / 1000)].Value
        : l["{0} MB", (bytes / 1_000_000.0).ToString("0.#", l.Culture)].Value;

    /// <summary>Width and height; empty if the file does not say them.</summary>
    public static string Size(MediaItem item, PoLocalizer l) =>
        item is { Width: { } width, Height: { } height } ? l["{0} × {1} pixels", width, height].Value : "";

    public static string Group(MediaGroup group, PoLocalizer l) => group switch
    {
        MediaGroup.Pictures => l["Pictures"].Value,
        MediaGroup.Films => l["Films"].Value,
        MediaGroup.Captions => l["Captions"].Value,
        _ => l["All"].Value,
    };

    /// <summary>The sentence after something was done; the address holds only the key of one.</summary>
    public static string? Notice(string? key, PoLocalizer l) => key switch
    {
        "added" => l["The files are in the library. Nobody sees them before a text that uses them is published."].Value,
        "changed" => l["It was saved."].Value,
        "replaced" => l["The new file stands in all drafts. Nothing of it is public yet."].Value,
        "deleted" => l["The file was deleted."].Value,
        _ => null,
    };
}
