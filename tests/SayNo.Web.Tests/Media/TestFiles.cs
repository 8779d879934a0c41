using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace SayNo.Web.Tests.Media;

/// <summary>Small files of every kind, with what a camera would note in them.</summary>
public static class TestFiles
{
    /// <summary>Stands in every note that a clean file must not have.</summary>
    public const string Note = "52.5200N 13.4050E Anna's phone";

    private static byte[] NoteBytes => Encoding.ASCII.GetBytes(Note);

    /// <summary>A white picture that every program can read.</summary>
    public static byte[] Png(int width, int height, bool hasNotes = false, int turned = 1)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        using var pixels = new MemoryStream();

        // A flood says that it is large, and is not.
        if (width * (long)height < 10_000_000)
        {
            using var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true);
            byte[] row = [0, .. Enumerable.Repeat((byte)0xFF, (width + 7) / 8)];

            for (var i = 0; i < height; i++)
            {
                packed.Write(row);
            }
        }

        byte[][] chunks =
        [
            Chunk("IHDR", header),
            .. hasNotes ? [Chunk("tEXt", [.. "Comment\0"u8, .. NoteBytes]), Chunk("tIME", new byte[7]), Chunk("eXIf", Exif(turned)), Chunk("gAMA", [0, 0, 0xB1, 0x8F])] : Array.Empty<byte[]>(),
            Chunk("IDAT", pixels.ToArray()),
            Chunk("IEND", []),
        ];

        return [0x89, .. "PNG\r\n\u001A\n"u8, .. chunks.SelectMany(chunk => chunk)];
    }

    /// <summary>The parts of a photograph as a phone writes it; its pixels mean nothing.</summary>
    public static byte[] Jpeg(int width, int height, int turned = 1) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(turned)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. NoteBytes]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. NoteBytes]),
        .. Segment(0xFE, NoteBytes),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        .. Segment(0xC4, [0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x78, 0xFF, 0xD9,
        .. NoteBytes,
    ];

    public static byte[] WebP(int width, int height, int turned = 1, bool moves = false)
    {
        byte[] canvas = [(byte)(0x0C | (moves ? 0x02 : 0)), 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)];
        var bits = (uint)(width - 1) | ((uint)(height - 1) << 14);
        byte[] pixels = [0x2F, (byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24), 1, 2, 3, 4, 5, 6];
        byte[] content = [.. "WEBP"u8, .. Riff("VP8X", canvas), .. Riff("VP8L", pixels), .. Riff("EXIF", Exif(turned)), .. Riff("XMP ", NoteBytes)];

        return [.. "RIFF"u8, .. Little32(content.Length), .. content];
    }

    /// <summary>The boxes of a film with notes in three places, and sixteen bytes that stand for pixels.</summary>
    public static byte[] Mp4() =>
    [
        .. Box("ftyp", "isom\0\0\u0002\0isomiso2"u8.ToArray()),
        .. Box("moov", [.. Box("trak", [.. Box("tkhd", [.. new byte[76], 2, 128, 0, 0, 1, 104, 0, 0]), .. Box("udta", NoteBytes)]), .. Box("udta", Box("\u00A9xyz", NoteBytes))]),
        .. Box("mdat", Enumerable.Range(1, 16).Select(one => (byte)one).ToArray()),
        .. Box("uuid", NoteBytes),
    ];

    private static byte[] Exif(int turned) =>
        [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)turned, 0, 0, 0, 0, 0, 0, 0, .. NoteBytes];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(named));

        return [.. Big32(content.Length), .. named, .. sum];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Riff(string type, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little32(content.Length), .. content, .. new byte[content.Length & 1]];

    private static byte[] Box(string type, byte[] content) => [.. Big32(content.Length + 8), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] Big32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);

        return bytes;
    }

    private static byte[] Little32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);

        return bytes;
    }

    private static byte[] Little24(int number) => Little32(number)[..3];
}
