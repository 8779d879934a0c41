using SayNo.Content.Published;

namespace SayNo.Web.Pages;

/// <summary>A module's answer to the question which public pages show an item. Register it under this type.</summary>
public abstract class ItemPages
{
    /// <summary>The pages on which the text of one variant can stand, the one that shows it best first.</summary>
    /// <param name="picture">What is, or would be, public; the item is in it.</param>
    /// <param name="item">The item as it is in the picture.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant.</param>
    public abstract IEnumerable<ItemPage> Of(Picture picture, PublishedItem item, string locale);
}

/// <summary>One public page.</summary>
/// <param name="Path">Its address, such as <c>/at/de</c>.</param>
/// <param name="Locale">Its language.</param>
/// <param name="HasBudget">True if it must stay within the byte budget; see <see cref="PageSizes.Limit"/>.</param>
public sealed record ItemPage(string Path, string Locale, bool HasBudget = false);
