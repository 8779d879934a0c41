namespace SayNo.Media.Files;

/// <summary>Carries a JPEG picture over without what the camera noted in it: place, time, device, a smaller picture of the same.</summary>
internal static class JpegFile
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;

    /// <exception cref="UnusableFileException">It is damaged, too large, or lies on its side.</exception>
    public static async Task<PictureSize> CleanAsync(FileCopy file, PictureLimits limits, CancellationToken ct)
    {
        await file.WriteAsync(await file.ReadAsync(2, ct), ct);
        PictureSize? size = null;

        while (true)
        {
            var marker = await MarkerAsync(file, ct);

            if (marker == End)
            {
                // Phones put whole films behind the picture's end.
                await file.WriteAsync(new byte[] { 0xFF, End }, ct);

                return size ?? throw UnusableFileException.Broken;
            }

            if (marker is Start or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                throw UnusableFileException.Broken;
            }

            size = await SegmentAsync(file, marker, limits, ct) ?? size;

            if (marker == Scan)
            {
                await file.CopyScanAsync(ct);
            }
        }
    }

    private static async Task<byte> MarkerAsync(FileCopy file, CancellationToken ct)
    {
        if ((await file.ReadAsync(1, ct))[0] != 0xFF)
        {
            throw UnusableFileException.Broken;
        }

        byte marker;

        do
        {
            marker = (await file.ReadAsync(1, ct))[0];
        }
        while (marker == 0xFF);

        return marker;
    }

    private static async Task<PictureSize?> SegmentAsync(FileCopy file, byte marker, PictureLimits limits, CancellationToken ct)
    {
        var length = await file.ReadAsync(2, ct);
        var content = await file.ReadAsync(FileCopy.Big16(length) - 2, ct);

        if (marker == 0xE1 && content.AsSpan().StartsWith("Exif\0\0"u8))
        {
            Orientation.Demand(content.AsSpan(6));
        }

        if (IsKept(marker, content))
        {
            await file.WriteAsync(new byte[] { 0xFF, marker }, ct);
            await file.WriteAsync(length, ct);
            await file.WriteAsync(content, ct);
        }

        return !IsFrame(marker) ? null
            : content.Length >= 6 ? limits.Check(FileCopy.Big16(content.AsSpan(3)), FileCopy.Big16(content.AsSpan(1)))
            : throw UnusableFileException.Broken;
    }

    // What programs add is left behind, but for three: without them colours are wrong.
    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        Comment => false,
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF => false,
        _ => true,
    };

    // C4, C8 and CC are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
}
