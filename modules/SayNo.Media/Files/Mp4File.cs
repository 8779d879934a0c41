using System.Buffers.Binary;
using System.Text;

namespace SayNo.Media.Files;

/// <summary>Wipes out of an MP4 film what a phone noted in it, such as the place, without moving a byte of picture or sound.</summary>
internal sealed class Mp4File(Stream film)
{
    private const int MostBoxes = 10_000;

    // Boxes that hold other boxes which matter here.
    private static readonly HashSet<string> Parents = new(StringComparer.Ordinal) { "moov", "trak" };

    // Notes of programs and cameras, in their several forms.
    private static readonly HashSet<string> Notes = new(StringComparer.Ordinal) { "udta", "meta", "uuid" };

    private static readonly byte[] Nothing = new byte[64 * 1024];

    private int _boxes;
    private bool _hasPlan;
    private bool _hasPixels;
    private PictureSize? _size;

    /// <exception cref="UnusableFileException">It is damaged or ends too early.</exception>
    public async Task<PictureSize?> CleanAsync(CancellationToken ct)
    {
        await WalkAsync(0, film.Length, ct);

        return _hasPlan && _hasPixels ? _size : throw UnusableFileException.Broken;
    }

    private async Task WalkAsync(long from, long to, CancellationToken ct)
    {
        for (var at = from; at < to;)
        {
            var (type, content, end) = await BoxAsync(at, to, ct);
            _hasPlan |= type == "moov";
            _hasPixels |= type == "mdat";

            if (Notes.Contains(type))
            {
                await WipeAsync(at, content, end, ct);
            }
            else if (Parents.Contains(type))
            {
                await WalkAsync(content, end, ct);
            }
            else if (type == "tkhd")
            {
                await SizeAsync(end, ct);
            }

            at = end;
        }
    }

    private async Task<(string Type, long Content, long End)> BoxAsync(long at, long to, CancellationToken ct)
    {
        if (++_boxes > MostBoxes || to - at < 8)
        {
            throw UnusableFileException.Broken;
        }

        var head = await ReadAsync(at, (int)Math.Min(16, to - at), ct);
        long length = BinaryPrimitives.ReadUInt32BigEndian(head);
        var content = at + 8;

        if (length == 1 && head.Length == 16)
        {
            length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
            content = at + 16;
        }
        else if (length == 0)
        {
            length = to - at;
        }

        return length >= content - at && length <= to - at
            ? (Encoding.Latin1.GetString(head, 4, 4), content, at + length)
            : throw UnusableFileException.Broken;
    }

    // The box stays where it is, as an empty place: everything behind it is found by its distance from the beginning.
    private async Task WipeAsync(long at, long content, long end, CancellationToken ct)
    {
        film.Position = at + 4;
        await film.WriteAsync("free"u8.ToArray(), ct);
        film.Position = content;

        for (var left = end - content; left > 0; left -= Nothing.Length)
        {
            await film.WriteAsync(Nothing.AsMemory(0, (int)Math.Min(left, Nothing.Length)), ct);
        }
    }

    // The last eight bytes of a track's head are its width and height; sound has none.
    private async Task SizeAsync(long end, CancellationToken ct)
    {
        var bytes = await ReadAsync(end - 8, 8, ct);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes) >> 16, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4)) >> 16);

        if (width > 0 && height > 0)
        {
            _size ??= new((int)width, (int)height);
        }
    }

    private async Task<byte[]> ReadAsync(long at, int count, CancellationToken ct)
    {
        var bytes = new byte[count];
        film.Position = at;
        await film.ReadExactlyAsync(bytes, ct);

        return bytes;
    }
}
