using SayNo.Web.Pages;

namespace SayNo.Web.Searching;

/// <summary>Something that visitors can find, in one language.</summary>
public sealed record SearchEntry
{
    /// <summary>Such as "contact"; results are grouped by it.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of its item.</summary>
    public required string ItemId { get; init; }

    /// <summary>Who owns it: the campaign, or a country.</summary>
    public required string Scope { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The country that it belongs to, as its results name it; null if to none, or if it is one itself.</summary>
    public LocalizedText? Country { get; init; }

    /// <summary>What it says, without markup; found less easily than its title.</summary>
    public LocalizedText? Text { get; init; }

    /// <summary>Words under which it is found and which nobody sees.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A telephone number under which it is found, as it is stored.</summary>
    public string? Phone { get; init; }

    /// <summary>Where it stands for visitors of whom nobody knows the country.</summary>
    public required string Path { get; init; }

    /// <summary>What is added to the address of a country's page, where it stands on that too, such as <c>/film</c> or <c>#help</c>.</summary>
    public string? AfterCountry { get; init; }

    /// <summary>True if it is a country itself: whoever looks for it wants help there.</summary>
    public bool IsPlace { get; init; }

    /// <summary>True if the order of its module says more than how often a word stands in it.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>True if only visitors from its own country should find it.</summary>
    public bool IsOnlyAtHome { get; init; }

    /// <summary>Countries that say it in their own words, and so do not show it.</summary>
    public IReadOnlyCollection<string> ReplacedIn { get; init; } = [];
}
