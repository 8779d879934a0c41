namespace SayNo.Content.Published;

/// <summary>Holds the picture that everything public is read from; it is swapped as a whole.</summary>
public sealed class PublishedContent
{
    private Picture _current = Picture.Empty;

    public Picture Current => Volatile.Read(ref _current);

    public void Show(Picture picture) => Volatile.Write(ref _current, picture);
}
