using System.Buffers.Binary;

namespace SayNo.Media.Files;

/// <summary>Wipes out of a WebM film its tags and attachments, without moving a byte of picture or sound.</summary>
internal sealed class WebMFile(Stream film)
{
    private const uint Head = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;
    private const uint Tags = 0x1254C367;
    private const uint Attachments = 0x1941A469;
    private const uint Tracks = 0x1654AE6B;
    private const uint Track = 0xAE;
    private const uint Video = 0xE0;
    private const uint Width = 0xB0;
    private const uint Height = 0xBA;
    private const byte Void = 0xEC;

    private static readonly byte[] Nothing = new byte[64 * 1024];

    private bool _hasTracks;
    private bool _hasPixels;
    private int _width;
    private int _height;

    /// <exception cref="UnusableFileException">It is damaged or ends too early.</exception>
    public async Task<PictureSize?> CleanAsync(CancellationToken ct)
    {
        await WalkAsync(0, film.Length, ct);

        return !_hasTracks || !_hasPixels ? throw UnusableFileException.Broken
            : _width > 0 && _height > 0 ? new(_width, _height) : null;
    }

    private async Task WalkAsync(long from, long to, CancellationToken ct)
    {
        for (var at = from; at < to;)
        {
            var one = await ElementAsync(at, to, ct);
            _hasTracks |= one.Id == Tracks;
            _hasPixels |= one.Id == Cluster;

            if (one.Id is Tags or Attachments)
            {
                await WipeAsync(at, one.End, ct);
            }
            else if (one.Id is Segment or Tracks or Track or Video)
            {
                await WalkAsync(one.Content, one.End, ct);
            }
            else if (one.Id is Width or Height)
            {
                await SizeAsync(one, ct);
            }

            at = one.End;
        }
    }

    private async Task<Element> ElementAsync(long at, long to, CancellationToken ct)
    {
        var head = new byte[Math.Min(12, to - at)];
        film.Position = at;
        await film.ReadExactlyAsync(head, ct);
        var idLength = LengthOf(head, 0);
        var sizeLength = LengthOf(head, idLength);

        if (idLength > 4 || idLength + sizeLength > head.Length)
        {
            throw UnusableFileException.Broken;
        }

        var id = (uint)Number(head.AsSpan(0, idLength));
        var mask = (1L << (7 * sizeLength)) - 1;
        var size = Number(head.AsSpan(idLength, sizeLength)) & mask;
        var content = at + idLength + sizeLength;

        // A live recording does not know its length; a cluster of it then lasts to the end as well.
        var end = size == mask && id is Segment or Cluster ? to : content + size;

        return end <= to && end > at && (at > 0 || id == Head) ? new(id, content, end) : throw UnusableFileException.Broken;
    }

    private async Task WipeAsync(long at, long end, CancellationToken ct)
    {
        // An element of its own for emptiness: one byte of name, eight of length.
        var length = end - at;

        if (length < 9)
        {
            return;
        }

        var head = new byte[9];
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(1), length - 9);
        head[0] = Void;
        head[1] |= 0x01;
        film.Position = at;
        await film.WriteAsync(head, ct);

        for (var left = length - 9; left > 0; left -= Nothing.Length)
        {
            await film.WriteAsync(Nothing.AsMemory(0, (int)Math.Min(left, Nothing.Length)), ct);
        }
    }

    private async Task SizeAsync(Element one, CancellationToken ct)
    {
        if (one.End - one.Content > 4)
        {
            return;
        }

        var bytes = new byte[one.End - one.Content];
        film.Position = one.Content;
        await film.ReadExactlyAsync(bytes, ct);
        var pixels = (int)Math.Min(Number(bytes), int.MaxValue);
        (_width, _height) = one.Id == Width ? (pixels, _height) : (_width, pixels);
    }

    // The number of zeros before the first one says how many bytes there are.
    private static int LengthOf(byte[] head, int at) => at < head.Length && head[at] != 0
        ? 1 + int.LeadingZeroCount(head[at]) - 24
        : throw UnusableFileException.Broken;

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;

        foreach (var one in bytes)
        {
            number = (number << 8) | one;
        }

        return number;
    }

    private readonly record struct Element(uint Id, long Content, long End);
}
