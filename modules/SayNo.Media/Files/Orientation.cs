using System.Buffers.Binary;

namespace SayNo.Media.Files;

/// <summary>Reads from what a camera noted how a picture has to be turned. The note is left behind with the others, so the picture must stand already.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const ushort Upright = 1;

    /// <exception cref="UnusableFileException">The picture lies on its side, stands on its head or is mirrored.</exception>
    public static void Demand(ReadOnlySpan<byte> exif)
    {
        if (Read(exif) is not (0 or Upright))
        {
            throw new UnusableFileException(FileFault.Turned, "The picture lies on its side: the camera only noted how to turn it. Turn it in a program for pictures, and save it.");
        }
    }

    // What cannot be read says nothing: no program would turn the picture then.
    private static ushort Read(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 8)
        {
            return 0;
        }

        var isLittle = exif[0] == 'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);

        if (start > exif.Length - 2)
        {
            return 0;
        }

        var entries = exif[(int)start..];
        var count = Short(entries, isLittle);

        for (var i = 0; i < count && entries.Length >= 2 + (12 * (i + 1)); i++)
        {
            var entry = entries.Slice(2 + (12 * i), 12);

            if (Short(entry, isLittle) == Tag)
            {
                return Short(entry[8..], isLittle);
            }
        }

        return 0;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
