using System.Globalization;
using SayNo.Content.Fields;

namespace SayNo.Media.Files;

/// <summary>How many pixels a picture may have.</summary>
/// <param name="Pixels">Altogether.</param>
/// <param name="Side">On its longer side.</param>
internal sealed record PictureLimits(long Pixels, int Side)
{
    /// <summary>A photograph of a phone has 12 to 50 million.</summary>
    public static PictureLimits Default { get; } = new(60_000_000, 16_384);

    /// <exception cref="UnusableFileException">It has more, or none.</exception>
    public PictureSize Check(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw UnusableFileException.Broken;
        }

        // Both sides first: their product would not fit anywhere if a file lies.
        if (width > Side || height > Side || width * height > Pixels)
        {
            Sentence tooLarge = $"The picture has {width} times {height} pixels. At most {Side} on a side and {Millions} million altogether are taken: make it smaller.";

            throw new UnusableFileException(FileFault.TooLarge, tooLarge);
        }

        return new((int)width, (int)height);
    }

    private string Millions => (Pixels / 1_000_000).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Width and height in pixels.</summary>
public readonly record struct PictureSize(int Width, int Height);
