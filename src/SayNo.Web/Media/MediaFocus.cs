namespace SayNo.Web.Media;

/// <summary>What matters most in a picture, so that it stays to be seen where a page cuts the picture.</summary>
/// <param name="X">In percent of its width from its left edge.</param>
/// <param name="Y">In percent of its height from its top.</param>
public readonly record struct MediaFocus(int X, int Y)
{
    public static MediaFocus Middle { get; } = new(50, 50);

    public static bool IsWithin(int percent) => percent is >= 0 and <= 100;
}
