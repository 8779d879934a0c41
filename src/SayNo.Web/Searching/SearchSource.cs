using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Web.Searching;

/// <summary>A module's answer to the question what visitors can find. Register it under this type.</summary>
public abstract class SearchSource
{
    /// <summary>Names of the content types that it reads: what was found in another picture still holds if none of them changed.</summary>
    public abstract IReadOnlyList<string> MadeOf { get; }

    /// <summary>All there is to find in one language, each kind together, the better of two that fit alike first.</summary>
    public abstract IEnumerable<SearchEntry> Entries(Picture picture, string locale);

    /// <summary>What a view draws for an entry that was found; null if its title and text say it all.</summary>
    public virtual object? Show(Picture picture, SearchEntry entry, string locale) => null;

    /// <summary>A country that a visitor comes from; null if it is none of this source's.</summary>
    public virtual SearchPlace? Place(Picture picture, string code, string locale) => null;

    /// <summary>What everybody there should know first.</summary>
    public virtual IReadOnlyList<PageAlert> Alerts(Picture picture, SearchPlace? place, string locale) => [];
}

/// <summary>A country that a visitor comes from, as the pages around a search need it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The address of its page, in the language of the search if it has that.</param>
public sealed record SearchPlace(string Code, string Name, string Path)
{
    public required string ExitTarget { get; init; }

    public string? EmergencyNumber { get; init; }

    /// <summary>See <see cref="PageFrame.Icon"/>.</summary>
    public string? Icon { get; init; }

    /// <summary>The languages of its pages, the main one first.</summary>
    public required IReadOnlyList<string> Locales { get; init; }
}
