using SayNo.Search.Finding;
using SayNo.Web.Pages;
using SayNo.Web.Searching;

namespace SayNo.Search;

/// <summary>What the theme's view "Search" is drawn from.</summary>
public sealed record SearchResults
{
    public required SearchQuery Query { get; init; }

    /// <summary>The country that the visitor comes from; null if nobody knows it.</summary>
    public SearchPlace? Place { get; init; }

    /// <summary>By kind, in the order in which modules list what they have.</summary>
    public IReadOnlyList<SearchGroup> Groups { get; init; } = [];

    public int Count => Groups.Sum(group => group.Total);

    /// <summary>True if some country's help was found, but none of the visitor's own: what stands first is not for them.</summary>
    public bool HasOnlyHelpElsewhere =>
        Place is not null && OfCountries().Any() && OfCountries().All(hit => hit.Country is not null);

    /// <summary>True if nothing has just these words, and what is shown has words that are close.</summary>
    public bool IsOnlyClose { get; init; }

    private IEnumerable<SearchHit> OfCountries() => Groups.SelectMany(group => group.Hits).Where(hit => hit.Entry.Country is not null);
}

/// <summary>The results of one kind.</summary>
/// <param name="Kind">See <see cref="SearchEntry.Kind"/>.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Hits">The best of them.</param>
public sealed record SearchGroup(string Kind, int Total, IReadOnlyList<SearchHit> Hits);

/// <summary>One result.</summary>
public sealed record SearchHit
{
    public required SearchEntry Entry { get; init; }

    /// <summary>Where it stands for this visitor.</summary>
    public required string Path { get; init; }

    /// <summary>What its module lets a view draw; null if title and excerpt say it all.</summary>
    public object? Shown { get; init; }

    public required IReadOnlyList<TextPart> Title { get; init; }

    /// <summary>What it says near the words that were looked for; empty if it has no text.</summary>
    public required IReadOnlyList<TextPart> Excerpt { get; init; }

    /// <summary>The country to name beside it: one that the visitor does not come from.</summary>
    public LocalizedText? Country { get; init; }
}
