using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Search.Finding;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Search;

/// <summary>Answers a search: what was found, seen from the country that the visitor comes from.</summary>
internal sealed class SiteSearch(IEnumerable<SearchSource> sources, SearchIndexes indexes)
{
    private const int ExcerptLength = 180;

    private readonly SearchSource[] _sources = [.. sources];

    public SearchPlace? Place(Picture picture, string? code, string locale) =>
        code is not null && Scopes.IsCountry(code.ToUpperInvariant())
            ? _sources.Select(source => source.Place(picture, code.ToUpperInvariant(), locale)).FirstOrDefault(place => place is not null)
            : null;

    public IReadOnlyList<PageAlert> Alerts(Picture picture, SearchPlace? place, string locale) =>
        [.. _sources.SelectMany(source => source.Alerts(picture, place, locale))];

    /// <param name="picture">What is public.</param>
    /// <param name="locale">A locale in the site's spelling.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="place">Where the visitor comes from.</param>
    /// <param name="most">How many of each kind to show.</param>
    public SearchResults Find(Picture picture, string locale, SearchQuery query, SearchPlace? place, int most)
    {
        if (query.IsEmpty)
        {
            return new() { Query = query, Place = place };
        }

        var found = indexes.Find(picture, locale, query);
        var groups = Groups(found, place)
            .Select(group => new SearchGroup(group.Kind, group.Entries.Count, [.. group.Entries.Take(most).Select(entry => Shown(picture, locale, entry, found.Words, place))]));

        return new()
        {
            Query = query,
            Place = place,
            Groups = [.. groups],
            IsOnlyClose = IsOnlyClose(found, query),
        };
    }

    /// <summary>One page of everything that fits, in the order in which <see cref="Find"/> shows it.</summary>
    public SearchSlice Slice(Picture picture, string locale, SearchQuery query, SearchPlace? place, Range page)
    {
        var found = indexes.Find(picture, locale, query);
        var all = Groups(found, place).SelectMany(group => group.Entries).ToList();

        return new([.. all.Take(page).Select(entry => Hit(entry, found.Words, place))], all.Count, IsOnlyClose(found, query));
    }

    private static IEnumerable<(string Kind, List<SearchEntry> Entries)> Groups(Findings found, SearchPlace? place)
    {
        var all = found.All.Where(finding => IsFor(place, finding.Entry)).ToList();

        // As long as nobody knows the country, what helps everywhere goes before telephone numbers of forty countries.
        var isSomewhere = place is not null || all.Any(finding => finding.Entry.IsPlace);

        return all.GroupBy(finding => finding.Entry.Kind)
            .OrderBy(group => !isSomewhere && group.Any(finding => finding.Entry.Country is not null))
            .ThenBy(group => group.Min(finding => finding.Place))
            .Select(group => (group.Key, Nearest(place, [.. group.Select(finding => finding.Entry)])));
    }

    private static bool IsOnlyClose(Findings found, SearchQuery query) => found.Words.Close.Count > 0 && query.Words.Count == 1;

    private static bool IsFor(SearchPlace? place, SearchEntry entry) =>
        (!entry.IsOnlyAtHome || entry.Scope == place?.Code) && (place is null || !entry.ReplacedIn.Contains(place.Code));

    /// <summary>
    /// The visitor's own country first. If that has what was looked for, nothing of another country stands beside it: a number that works
    /// elsewhere only would cost a call. Pages of countries themselves stay, since their names were looked for.
    /// </summary>
    private static List<SearchEntry> Nearest(SearchPlace? place, List<SearchEntry> entries)
    {
        if (place is null || !entries.Any(entry => entry.Scope == place.Code))
        {
            return entries;
        }

        return [.. entries.Where(entry => entry.Country is null || entry.Scope == place.Code).OrderByDescending(entry => entry.Scope == place.Code)];
    }

    private SearchHit Shown(Picture picture, string locale, SearchEntry entry, FoundWords words, SearchPlace? place) => Hit(entry, words, place) with
    {
        Shown = _sources.Select(source => source.Show(picture, entry, locale)).FirstOrDefault(shown => shown is not null),
    };

    private static SearchHit Hit(SearchEntry entry, FoundWords words, SearchPlace? place) => new()
    {
        Entry = entry,
        Path = place is not null && entry.AfterCountry is { } after && (entry.Scope == place.Code || entry.Scope == Scopes.Campaign) ? place.Path + after : entry.Path,
        Title = words.Mark(entry.Title.Text),
        Excerpt = entry.Text is { } text ? words.Excerpt(text.Text, ExcerptLength) : [],
        Country = entry.Scope == place?.Code ? null : entry.Country,
    };
}

/// <summary>One page of what was found.</summary>
/// <param name="Hits">The results on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="IsOnlyClose">See <see cref="SearchResults.IsOnlyClose"/>.</param>
internal sealed record SearchSlice(IReadOnlyList<SearchHit> Hits, int Total, bool IsOnlyClose);
