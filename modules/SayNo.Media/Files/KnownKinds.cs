using System.Text;
using SayNo.Content.Fields;

namespace SayNo.Media.Files;

/// <summary>Tells what a file is by its first bytes; its name may say anything.</summary>
internal static class KnownKinds
{
    /// <summary>How much of a file has to be looked at.</summary>
    public const int Head = 512;

    // Brands of the ISO base media format that are no film.
    private static readonly string[] PhoneBrands = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis"];

    /// <exception cref="UnusableFileException">The library takes no such file.</exception>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        var kind = Picture(head) ?? Film(head) ?? (IsCaptions(head) ? FileKind.Captions : null);

        return kind ?? throw new UnusableFileException(FileFault.Kind, Unknown(head));
    }

    private static FileKind? Picture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : head.StartsWith(PngFile.Signature) ? FileKind.Png
        : head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? FileKind.WebP
        : null;

    private static FileKind? Film(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && head.IndexOf("webm"u8) > 0 ? FileKind.WebM
        : Brand(head) is { } brand && brand != "qt  " && !PhoneBrands.Contains(brand) ? FileKind.Mp4
        : null;

    private static bool IsCaptions(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;

        return text.StartsWith("WEBVTT"u8);
    }

    private static string? Brand(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? Encoding.ASCII.GetString(head[8..12]) : null;

    private static Sentence Unknown(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);

        return (text, Brand(head)) switch
        {
            ({ Length: 0 }, _) => "The file is empty.",
            (_, "qt  ") => "This is a film in the format MOV, which many devices cannot play. Export it as MP4.",
            (_, not null) => "This is a photo in the format of one maker's phones. Save it as JPEG, PNG or WebP.",
            var (it, _) when it.Contains("<svg", StringComparison.OrdinalIgnoreCase) =>
                "A drawing in SVG can hold a program, and is not taken. Save it as PNG or WebP.",
            var (it, _) when it.StartsWith("GIF8", StringComparison.Ordinal) => "GIF is not taken. Save a picture as PNG or WebP, and what moves as a film in MP4 or WebM.",
            var (it, _) when it.StartsWith("%PDF", StringComparison.Ordinal) => "This is a document. The library takes pictures, films and captions.",
            _ => "The library takes pictures (JPEG, PNG, WebP), films (MP4, WebM) and captions (WebVTT). This file is none of them, whatever its name says.",
        };
    }
}
