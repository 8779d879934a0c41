namespace SayNo.Accounts.Invitations;

/// <summary>
/// Slows down whoever tries links that do not exist. It counts for the whole process and remembers no address:
/// guessing 256 bits is hopeless anyway, this keeps it from being a burden on the database.
/// </summary>
public sealed class GuessLimit(TimeProvider time)
{
    public const int GuessesPerWindow = 60;

    private readonly Lock _lock = new();
    private long _windowStart = time.GetTimestamp();
    private int _guesses;

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long nobody may try; zero while trying is allowed.</summary>
    public TimeSpan Wait()
    {
        lock (_lock)
        {
            var elapsed = Renew();

            return _guesses < GuessesPerWindow ? TimeSpan.Zero : Window - elapsed;
        }
    }

    /// <summary>Notes a link that does not exist.</summary>
    public void Count()
    {
        lock (_lock)
        {
            Renew();
            _guesses++;
        }
    }

    private TimeSpan Renew()
    {
        var elapsed = time.GetElapsedTime(_windowStart);

        if (elapsed < Window)
        {
            return elapsed;
        }

        _windowStart = time.GetTimestamp();
        _guesses = 0;

        return TimeSpan.Zero;
    }
}
