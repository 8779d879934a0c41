using System.Buffers.Binary;
using System.Text;

namespace SayNo.Media.Files;

/// <summary>Carries a PNG picture over without texts, times and what a camera noted.</summary>
internal static class PngFile
{
    // Pixels, and what says their colours. A moving picture keeps its first one alone.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
    };

    private const uint LongestExif = 1_000_000;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="UnusableFileException">It is damaged, too large, or lies on its side.</exception>
    public static async Task<PictureSize> CleanAsync(FileCopy file, PictureLimits limits, CancellationToken ct)
    {
        await file.WriteAsync(await file.ReadAsync(8, ct), ct);
        PictureSize? size = null;
        string type;

        do
        {
            var head = await file.ReadAsync(8, ct);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            type = Encoding.Latin1.GetString(head, 4, 4);
            size ??= type == "IHDR" && length == 13 ? await HeaderAsync(file, head, limits, ct) : throw UnusableFileException.Broken;

            if (type == "eXIf" && length < LongestExif)
            {
                Orientation.Demand(await file.ReadAsync((int)length, ct));
                file.Skip(4);
            }
            else if (type != "IHDR")
            {
                await ChunkAsync(file, head, length, Kept.Contains(type), ct);
            }
        }
        while (type != "IEND");

        return size.Value;
    }

    private static async Task<PictureSize> HeaderAsync(FileCopy file, byte[] head, PictureLimits limits, CancellationToken ct)
    {
        var content = await file.ReadAsync(13 + 4, ct);
        var size = limits.Check(BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(4)));
        await file.WriteAsync(head, ct);
        await file.WriteAsync(content, ct);

        return size;
    }

    private static async Task ChunkAsync(FileCopy file, byte[] head, uint length, bool isKept, CancellationToken ct)
    {
        if (!isKept)
        {
            file.Skip(length + 4L);

            return;
        }

        await file.WriteAsync(head, ct);
        await file.CopyAsync(length + 4L, ct);
    }
}
