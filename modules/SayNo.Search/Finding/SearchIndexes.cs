using System.Collections.Concurrent;
using SayNo.Content.Published;
using SayNo.Web.Searching;

namespace SayNo.Search.Finding;

/// <summary>
/// The index of each language, made when somebody first searches in it and again when something of it has changed. It asks the picture
/// itself, as the response cache does: what is published is found at once, and what is taken back is gone at once.
/// </summary>
internal sealed class SearchIndexes(IEnumerable<SearchSource> sources, SearchMemory memory) : IDisposable
{
    private readonly SearchSource[] _sources = [.. sources];
    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    public Findings Find(Picture picture, string locale, SearchQuery query)
    {
        var place = _places.GetOrAdd(locale, _ => new());

        lock (place.Gate)
        {
            if (place.Index is null || !IsStillTrue(place.MadeFrom, picture))
            {
                place.Index?.Dispose();
                place.Index = null;
                place.Index = new(memory.Open(), [.. _sources.SelectMany(source => source.Entries(picture, locale))]);
            }

            place.MadeFrom = picture;

            return place.Index.Find(query);
        }
    }

    public void Dispose()
    {
        foreach (var place in _places.Values)
        {
            lock (place.Gate)
            {
                place.Index?.Dispose();
                place.Index = null;
            }
        }
    }

    private bool IsStillTrue(Picture before, Picture picture) =>
        ReferenceEquals(before, picture)
        || (ReferenceEquals(before.Types, picture.Types)
            && ReferenceEquals(before.Settings, picture.Settings)
            && _sources.All(source => source.MadeOf.All(type => ReferenceEquals(before.OfType(type), picture.OfType(type)))));

    private sealed class Place
    {
        public Lock Gate { get; } = new();

        public SearchIndex? Index { get; set; }

        public Picture MadeFrom { get; set; } = Picture.Empty;
    }
}
