using SayNo.Content.Published;
using SayNo.Web.Caching;

namespace SayNo.Web.Finding;

/// <summary>A module's answer to the question which of its pages search engines should find. Register it under this type.</summary>
public abstract class ListedPages
{
    /// <summary>What the answer is made of; see <see cref="Answer.MadeOf"/>.</summary>
    public abstract IReadOnlyCollection<string> MadeOf { get; }

    /// <param name="picture">What is public.</param>
    public abstract IEnumerable<ListedPage> Of(Picture picture);
}

/// <summary>A page in a sitemap.</summary>
/// <param name="Path">Its canonical path and query.</param>
/// <param name="Sitemap">Which sitemap lists it: letters and digits, such as the code of a country.</param>
/// <param name="ChangedAt">When the newest part of it was published, UTC; null if that cannot be said.</param>
public sealed record ListedPage(string Path, string Sitemap, DateTime? ChangedAt)
{
    /// <summary>Names what the page is in one language or for one country, such as <c>about</c>: the pages of one name are listed beside each other.</summary>
    public string? Cluster { get; init; }

    /// <summary>
    /// For whom of its cluster the page is: languages, perhaps with a country, as search engines know them, or <see cref="Everybody"/>. Each
    /// stands once in a cluster. Empty if search engines have no name for it: then the page stands for itself.
    /// </summary>
    public IReadOnlyList<string> Hreflangs { get; init; } = [];

    /// <summary>The page for those whom no other of its cluster is for.</summary>
    public const string Everybody = "x-default";
}
