using System.Security.Cryptography;
using SayNo.Content.Fields;
using SayNo.Web.Media;

namespace SayNo.Media.Files;

/// <summary>
/// Looks into a file that was uploaded: what it is, whether it is whole and small enough, and takes out of it what says who made it and where.
/// </summary>
internal static class FileCleaning
{
    private const int LongestCaptions = 1_000_000;

    /// <summary>Cleans a file where it lies.</summary>
    /// <param name="path">The file, which nobody else has open.</param>
    /// <param name="limits">Limits on bytes.</param>
    /// <param name="ct">Ends the attempt; the file is good for nothing then.</param>
    public static async Task<CleaningResult> CleanAsync(string path, MediaLimits limits, CancellationToken ct)
    {
        try
        {
            var kind = await KindAsync(path, limits, ct);
            var size = kind switch
            {
                FileKind.Captions => await LintAsync(path, ct),
                FileKind.Mp4 or FileKind.WebM => await FilmAsync(path, kind, ct),
                _ => await PictureAsync(path, kind, ct),
            };

            await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));

            // What the library names must be there after a power cut too.
            file.Flush(flushToDisk: true);

            return new() { File = new(kind, file.Length, size, hash) };
        }
        catch (UnusableFileException unusable)
        {
            return new() { Fault = unusable.Fault, Sentences = [unusable.Sentence] };
        }
        catch (MisreadCaptionsException captions)
        {
            return new() { Fault = FileFault.Captions, Sentences = captions.Sentences };
        }
    }

    private static async Task<FileKind> KindAsync(string path, MediaLimits limits, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        var head = new byte[KnownKinds.Head];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var kind = KnownKinds.Of(head.AsSpan(0, count));
        var most = kind.IsPicture() ? limits.PictureBytes : kind.IsFilm() ? limits.FilmBytes : LongestCaptions;

        if (file.Length > most)
        {
            Sentence tooLarge = $"The file has {file.Length / 1_000_000} megabytes, and at most {most / 1_000_000} are taken for a file of its kind. Make it smaller.";

            throw new UnusableFileException(FileFault.TooLarge, tooLarge);
        }

        return kind;
    }

    private static async Task<PictureSize?> PictureAsync(string path, FileKind kind, CancellationToken ct)
    {
        var clean = path + ".clean";

        try
        {
            var size = await CopyAsync(path, clean, kind, ct);
            File.Move(clean, path, overwrite: true);

            return size;
        }
        finally
        {
            File.Delete(clean);
        }
    }

    private static async Task<PictureSize> CopyAsync(string path, string clean, FileKind kind, CancellationToken ct)
    {
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, useAsync: true);
        await using var to = new FileStream(clean, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
        var copy = new FileCopy(from, to);

        return kind switch
        {
            FileKind.Jpeg => await JpegFile.CleanAsync(copy, PictureLimits.Default, ct),
            FileKind.Png => await PngFile.CleanAsync(copy, PictureLimits.Default, ct),
            _ => await WebPFile.CleanAsync(copy, to, PictureLimits.Default, ct),
        };
    }

    private static async Task<PictureSize?> FilmAsync(string path, FileKind kind, CancellationToken ct)
    {
        await using var film = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, useAsync: true);

        try
        {
            return kind == FileKind.Mp4 ? await new Mp4File(film).CleanAsync(ct) : await new WebMFile(film).CleanAsync(ct);
        }
        catch (EndOfStreamException)
        {
            throw UnusableFileException.Broken;
        }
    }

    private static async Task<PictureSize?> LintAsync(string path, CancellationToken ct)
    {
        var problems = new WebVtt(await File.ReadAllBytesAsync(path, ct)).Problems();

        return problems.Count == 0 ? null : throw new MisreadCaptionsException(problems);
    }

    private sealed class MisreadCaptionsException(IReadOnlyList<Sentence> sentences) : Exception
    {
        public IReadOnlyList<Sentence> Sentences => sentences;
    }
}

/// <summary>What became of cleaning a file.</summary>
internal sealed record CleaningResult
{
    public CleanFile? File { get; init; }

    public FileFault? Fault { get; init; }

    /// <summary>What is wrong, each for itself.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];
}

/// <summary>A file that may come into the library.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Size">Of a picture, and of a film that says it.</param>
/// <param name="Hash">SHA-256 in small hexadecimal digits.</param>
internal sealed record CleanFile(FileKind Kind, long Bytes, PictureSize? Size, string Hash);
