using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Admin.Previewing;

/// <summary>Finds the public pages on which a text stands, or would stand.</summary>
public sealed class PublicPlaces(IEnumerable<ItemPages> modules, PublishedContent published)
{
    private readonly ItemPages[] _modules = [.. modules];

    /// <summary>The pages that a preview can be seen on, the best one first.</summary>
    public IReadOnlyList<ItemPage> In(Preview preview, string locale) => Of(preview.Picture, preview.Item, locale);

    /// <summary>The pages of a picture on which a text stands, the best one first.</summary>
    public IReadOnlyList<ItemPage> In(Picture picture, PublishedItem item, string locale) => Of(picture, item, locale);

    /// <summary>The public page that shows a text best; none if no page does.</summary>
    public ItemPage? BestOf(string itemId, string locale) =>
        published.Public.Find(itemId) is { } item ? Of(published.Public, item, locale).FirstOrDefault() : null;

    private ItemPage[] Of(Picture picture, PublishedItem item, string locale) =>
        [.. _modules.SelectMany(module => module.Of(picture, item, locale)).DistinctBy(page => page.Path)];
}
