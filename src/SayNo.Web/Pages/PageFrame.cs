namespace SayNo.Web.Pages;

/// <summary>What every public page has around its own content.</summary>
public sealed record PageFrame
{
    /// <summary>Its place in the data of a view.</summary>
    internal const string Key = "SayNo.Frame";

    /// <summary>The language of the page, a BCP 47 tag.</summary>
    public required string Locale { get; init; }

    /// <summary>Browser tab and history show it, so it says nothing of the subject (R12).</summary>
    public required string Title { get; init; }

    /// <summary>Where "leave this site" leads: a neutral site, the same for everybody.</summary>
    public required string ExitTarget { get; init; }

    /// <summary>The same page in each of its languages, this one among them; empty if it has no other.</summary>
    public IReadOnlyList<PageLanguage> Languages { get; init; } = [];

    /// <summary>The page of the country that the visitor is in; null outside of one.</summary>
    public string? CountryPath { get; init; }

    /// <summary>Path of the page itself; null for a page without an address of its own, such as an error.</summary>
    public string? Path { get; init; }

    /// <summary>Path and query of the page that search engines should show for this one; null if it is itself that page.</summary>
    public string? CanonicalPath { get; init; }

    /// <summary>
    /// What the card of the country's page says, its name first: chats show the card of a link. A card that says something else is out of date
    /// and not shown. Empty outside of a country.
    /// </summary>
    public IReadOnlyList<string> CardTexts { get; init; } = [];

    /// <summary>The name of the icon that the country has chosen; null for the theme's usual one. It stays in the history of the browser (R12).</summary>
    public string? Icon { get; init; }

    /// <summary>What everybody should know first, such as that a helpline cannot be reached.</summary>
    public IReadOnlyList<PageAlert> Alerts { get; init; } = [];

    /// <summary>False for pages that search engines should leave out.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>False if a text on the page has been read by nobody but its translator.</summary>
    public bool IsReviewed { get; init; } = true;

    /// <summary>Where a page of text stands: within the visitor's country, or outside of all.</summary>
    public string PathTo(string slug) => CountryPath is { } country ? $"{country}/{slug}" : $"/{slug}/{Locale}";
}

/// <summary>A message above a page.</summary>
/// <param name="Title">What has happened.</param>
/// <param name="Path">Where to read more; null if the title says all.</param>
public sealed record PageAlert(LocalizedText Title, string? Path);

/// <summary>A page in one of its languages.</summary>
public sealed record PageLanguage(string Locale, string Path);
