using SayNo.Content.Publishing;

namespace SayNo.Content.Published;

/// <summary>Holds the picture that everything public is read from; it is swapped as a whole.</summary>
public sealed class PublishedContent
{
    // A preview is for one request: it goes with the request through every await, and nowhere else.
    private static readonly AsyncLocal<Picture?> Previewed = new();

    private readonly ChangeSignal _shown = new();
    private Picture _current = Picture.Empty;
    private PublishedState _state = new(PictureFreshness.Empty, DateTime.UnixEpoch);

    /// <summary>Called after a swap; caches drop here what is no longer so. Handlers must be quick and must not throw.</summary>
    public event Action<PictureChange>? Changed;

    /// <summary>What this request reads: the public picture, or the preview that it was asked to show.</summary>
    public Picture Current => Previewed.Value ?? Public;

    /// <summary>What the public sees.</summary>
    public Picture Public => Volatile.Read(ref _current);

    /// <summary>How current the picture is, for the health check.</summary>
    public PublishedState State => Volatile.Read(ref _state);

    /// <summary>Shows another picture from now on.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="itemIds">The items that differ; null if anything may.</param>
    public void Show(Picture picture, IReadOnlyCollection<string>? itemIds = null)
    {
        var before = Interlocked.Exchange(ref _current, picture);
        Changed?.Invoke(new(before, picture, itemIds));
        _shown.Set();
    }

    /// <summary>Runs something that reads another picture than the public one.</summary>
    public static async Task PreviewAsync(Picture picture, Func<Task> read)
    {
        // An asynchronous method keeps such a value to itself: the caller reads the public picture again.
        Previewed.Value = picture;
        await read();
    }

    /// <summary>Waits until the picture holds a change, so that whoever has just published sees it.</summary>
    public async Task WaitForAsync(long sequence, CancellationToken ct)
    {
        while (true)
        {
            var next = _shown.Next;

            if (Public.Sequence >= sequence)
            {
                return;
            }

            await next.WaitAsync(ct);
        }
    }

    /// <summary>True if that was not the state before.</summary>
    internal bool Become(PictureFreshness freshness, DateTime at)
    {
        if (State.Freshness == freshness)
        {
            return false;
        }

        Volatile.Write(ref _state, new(freshness, at));

        return true;
    }
}

/// <summary>What a swap of the picture has changed.</summary>
/// <param name="Before">The picture until now.</param>
/// <param name="After">The picture from now on.</param>
/// <param name="ItemIds">The items that differ; null if anything may, such as content types or settings.</param>
public sealed record PictureChange(Picture Before, Picture After, IReadOnlyCollection<string>? ItemIds);

/// <summary>How current the picture is, and since when.</summary>
public sealed record PublishedState(PictureFreshness Freshness, DateTime Since);

/// <summary>How current the picture is.</summary>
public enum PictureFreshness
{
    /// <summary>Nothing was read yet.</summary>
    Empty,

    /// <summary>It follows the database.</summary>
    Live,

    /// <summary>The database has gone away; the last picture is shown.</summary>
    Stale,

    /// <summary>The database has not been reached since the start; the picture comes from the file.</summary>
    FromFile,
}
