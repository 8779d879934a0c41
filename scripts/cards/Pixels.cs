using System.Buffers.Binary;
using System.IO.Compression;

namespace Cards;

/// <summary>A picture as the browser took it: eight bits each of red, green and blue, perhaps with alpha, read from its PNG.</summary>
internal sealed record Pixels(int Width, int Height, int[] Colours)
{
    private const int Signature = 8;

    public static Pixels Read(byte[] png)
    {
        var (width, height, hasAlpha) = (0, 0, false);
        using var packed = new MemoryStream();

        for (var at = Signature; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 8, length);

            switch (System.Text.Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    (width, height, hasAlpha) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]), body[9] == 6);
                    break;
                case "IDAT":
                    packed.Write(body);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        unpacking.CopyTo(rows);

        return new(width, height, Colour(rows.ToArray(), width, height, hasAlpha ? 4 : 3));
    }

    private static int[] Colour(byte[] rows, int width, int height, int samples)
    {
        var colours = new int[width * height];
        var stride = width * samples;
        var before = new byte[stride];

        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan((y * (stride + 1)) + 1, stride);
            Unfilter(rows[y * (stride + 1)], row, before, samples);
            row.CopyTo(before);

            for (var x = 0; x < width; x++)
            {
                colours[(y * width) + x] = (row[x * samples] << 16) | (row[(x * samples) + 1] << 8) | row[(x * samples) + 2];
            }
        }

        return colours;
    }

    /// <summary>The five filters of the PNG specification.</summary>
    private static void Unfilter(byte filter, Span<byte> row, byte[] above, int samples)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < samples ? 0 : row[i - samples];
            var aboveLeft = i < samples ? 0 : above[i - samples];
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Paeth(left, above[i], aboveLeft),
            });
        }
    }

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var guess = left + above - aboveLeft;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - aboveLeft));

        return a <= b && a <= c ? left : b <= c ? above : aboveLeft;
    }
}
