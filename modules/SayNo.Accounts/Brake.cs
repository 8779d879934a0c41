namespace SayNo.Accounts;

/// <summary>Slows down whoever tries what does not exist. It counts for the whole process and remembers no address.</summary>
public abstract class Brake(TimeProvider time, int triesPerWindow)
{
    private readonly Lock _lock = new();
    private long _windowStart = time.GetTimestamp();
    private int _tries;

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long nobody may try; zero while trying is allowed.</summary>
    public TimeSpan Wait()
    {
        lock (_lock)
        {
            var elapsed = Renew();

            return _tries < triesPerWindow ? TimeSpan.Zero : Window - elapsed;
        }
    }

    /// <summary>Notes a try that was wrong.</summary>
    public void Count()
    {
        lock (_lock)
        {
            Renew();
            _tries++;
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
        _tries = 0;

        return TimeSpan.Zero;
    }
}
