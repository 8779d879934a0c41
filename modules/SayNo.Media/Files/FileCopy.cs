using System.Buffers;
using System.Buffers.Binary;

namespace SayNo.Media.Files;

/// <summary>Carries a file over piece by piece, so that what must not come along is left behind and no more than a buffer is in memory.</summary>
internal sealed class FileCopy(Stream from, Stream to)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>How much of the file has not been read yet.</summary>
    public long Left => from.Length - from.Position;

    /// <summary>The next bytes, which the caller writes or leaves out.</summary>
    public async Task<byte[]> ReadAsync(int count, CancellationToken ct)
    {
        if (count < 0 || count > Left)
        {
            throw UnusableFileException.Broken;
        }

        var bytes = new byte[count];
        await from.ReadExactlyAsync(bytes, ct);

        return bytes;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => to.WriteAsync(bytes, ct);

    public void Skip(long count)
    {
        if (count < 0 || count > Left)
        {
            throw UnusableFileException.Broken;
        }

        from.Position += count;
    }

    public async Task CopyAsync(long count, CancellationToken ct)
    {
        if (count < 0 || count > Left)
        {
            throw UnusableFileException.Broken;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);

        try
        {
            for (var left = count; left > 0;)
            {
                var some = buffer.AsMemory(0, (int)Math.Min(left, BufferSize));
                await from.ReadExactlyAsync(some, ct);
                await to.WriteAsync(some, ct);
                left -= some.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Copies the compressed pixels of a JPEG file, up to the marker after them.</summary>
    public async Task CopyScanAsync(CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);

        try
        {
            while (true)
            {
                var start = from.Position;
                var count = await from.ReadAtLeastAsync(buffer.AsMemory(0, BufferSize), 2, throwOnEndOfStream: false, ct);

                if (count < 2)
                {
                    throw UnusableFileException.Broken;
                }

                var marker = MarkerIn(buffer.AsSpan(0, count));
                // The last byte may be the first half of a marker.
                var whole = marker >= 0 ? marker : buffer[count - 1] == 0xFF ? count - 1 : count;
                await to.WriteAsync(buffer.AsMemory(0, whole), ct);
                from.Position = start + whole;

                if (marker >= 0)
                {
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    // FF00 is a byte of pixels, FFD0 to FFD7 are places to begin anew within them, and FFFF is filling.
    private static int MarkerIn(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length - 1; i++)
        {
            if (bytes[i] == 0xFF && bytes[i + 1] is not (0x00 or 0xFF) and not (>= 0xD0 and <= 0xD7))
            {
                return i;
            }
        }

        return -1;
    }
}
