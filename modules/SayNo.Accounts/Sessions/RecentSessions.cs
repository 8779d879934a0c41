using System.Collections.Concurrent;

namespace SayNo.Accounts.Sessions;

/// <summary>
/// The sessions of the last minutes, for the time in which the database does not answer: whoever sends a long text just then gets it back in
/// its form. Nothing can be read or changed meanwhile, so nobody has more rights by it than they should.
/// </summary>
public sealed class RecentSessions(TimeProvider time)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, (SessionState State, CurrentSession Session, long At)> _known = new(StringComparer.Ordinal);

    private static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(5);

    internal void Remember(string key, (SessionState State, CurrentSession Session)? found)
    {
        if (SecretToken.Hash(key) is not { } hash)
        {
            return;
        }

        if (found is not { State: SessionState.Open } open)
        {
            _known.TryRemove(Convert.ToHexString(hash), out _);

            return;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        // By its hash: a key is kept nowhere, not in memory either.
        _known[Convert.ToHexString(hash)] = (open.State, open.Session, time.GetTimestamp());
    }

    internal (SessionState State, CurrentSession Session)? Find(string key) =>
        SecretToken.Hash(key) is { } hash && _known.TryGetValue(Convert.ToHexString(hash), out var one) && time.GetElapsedTime(one.At) < Lifetime
            ? (one.State, one.Session)
            : null;
}
