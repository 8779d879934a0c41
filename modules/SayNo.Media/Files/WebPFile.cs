using System.Buffers.Binary;
using System.Text;

namespace SayNo.Media.Files;

/// <summary>Carries a WebP picture over without what a camera or a program noted in it.</summary>
internal static class WebPFile
{
    private const int ExifFlag = 0x08;
    private const int XmpFlag = 0x04;
    private const int MovesFlag = 0x02;
    private const uint LongestExif = 1_000_000;

    /// <exception cref="UnusableFileException">It is damaged, too large, moves, or lies on its side.</exception>
    public static async Task<PictureSize> CleanAsync(FileCopy file, Stream to, PictureLimits limits, CancellationToken ct)
    {
        var start = to.Position;
        await file.WriteAsync(await file.ReadAsync(12, ct), ct);
        PictureSize? canvas = null;
        PictureSize? pixels = null;

        while (file.Left >= 8)
        {
            var head = await file.ReadAsync(8, ct);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var padded = length + (length & 1);

            switch (Encoding.Latin1.GetString(head, 0, 4))
            {
                case "VP8X" when length >= 10:
                    canvas = await CanvasAsync(file, head, (int)padded, limits, ct);
                    break;
                case "VP8 " or "VP8L" when length >= 10:
                    pixels = await PixelsAsync(file, head, padded, limits, ct);
                    break;
                case "EXIF" when length < LongestExif:
                    Orientation.Demand(ExifIn(await file.ReadAsync((int)padded, ct)));
                    break;
                case "ALPH" or "ICCP":
                    await file.WriteAsync(head, ct);
                    await file.CopyAsync(padded, ct);
                    break;
                default:
                    file.Skip(Math.Min(padded, file.Left));
                    break;
            }
        }

        await LengthAsync(to, start, ct);

        // Two sizes in one file are a trap for whoever trusts the first.
        return pixels is { } size && (canvas is null || canvas == size) ? size : throw UnusableFileException.Broken;
    }

    private static async Task<PictureSize> CanvasAsync(FileCopy file, byte[] head, int length, PictureLimits limits, CancellationToken ct)
    {
        var content = await file.ReadAsync(length, ct);

        if ((content[0] & MovesFlag) != 0)
        {
            throw new UnusableFileException(FileFault.Kind, "This picture moves. Save what moves as a film in MP4 or WebM, so that visitors decide whether it plays.");
        }

        content[0] &= unchecked((byte)~(ExifFlag | XmpFlag));
        var size = limits.Check(1 + Little24(content.AsSpan(4)), 1 + Little24(content.AsSpan(7)));
        await file.WriteAsync(head, ct);
        await file.WriteAsync(content, ct);

        return size;
    }

    private static async Task<PictureSize> PixelsAsync(FileCopy file, byte[] head, long length, PictureLimits limits, CancellationToken ct)
    {
        var first = await file.ReadAsync(10, ct);
        var size = head[3] == 'L' ? Lossless(first) : Lossy(first);
        limits.Check(size.Width, size.Height);
        await file.WriteAsync(head, ct);
        await file.WriteAsync(first, ct);
        await file.CopyAsync(length - first.Length, ct);

        return size;
    }

    private static PictureSize Lossy(ReadOnlySpan<byte> bytes) => bytes[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) & 0x3FFF)
        : throw UnusableFileException.Broken;

    private static PictureSize Lossless(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != 0x2F)
        {
            throw UnusableFileException.Broken;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]);

        return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    // Some programs put the name of JPEG's segment before it.
    private static ReadOnlySpan<byte> ExifIn(ReadOnlySpan<byte> chunk) => chunk.StartsWith("Exif\0\0"u8) ? chunk[6..] : chunk;

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static async Task LengthAsync(Stream to, long start, CancellationToken ct)
    {
        var end = to.Position;
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(end - start - 8));
        to.Position = start + 4;
        await to.WriteAsync(length, ct);
        to.Position = end;
    }
}
