using System.Collections.Concurrent;

namespace SayNo.Content.Translating;

/// <summary>
/// Remembers since when a text is outdated. A version never changes, so what one version of a text is to one version of its source stays so for ever.
/// </summary>
public sealed class RememberedComparisons
{
    // A site of the design size has 50,000 texts; each publication adds a few, and what was forgotten is compared again.
    private const int Most = 200_000;

    private readonly ConcurrentDictionary<(string Text, string Source), DateTime?> _all = new();

    /// <param name="textId">The version of the text.</param>
    /// <param name="sourceId">The version of its source.</param>
    /// <param name="since">Since when it is outdated, UTC; null if it is not.</param>
    /// <returns>False if the two were not compared yet.</returns>
    internal bool Knows(string textId, string sourceId, out DateTime? since) => _all.TryGetValue((textId, sourceId), out since);

    internal void Remember(string textId, string sourceId, DateTime? since)
    {
        if (_all.Count >= Most)
        {
            _all.Clear();
        }

        _all[(textId, sourceId)] = since;
    }
}
