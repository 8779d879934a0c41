using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Web.Pages;

namespace SayNo.Campaign.Texts;

/// <summary>A page of text that a country's page leads to.</summary>
public sealed record CountryText(string Slug, LocalizedText Title, bool IsReviewed)
{
    /// <summary>For those whom the steps do not answer.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["already-paid", "already-sent"];

    /// <summary>For those who want to help somebody else.</summary>
    public static IReadOnlyList<string> ForOthers { get; } = ["friend", "parents"];

    /// <summary>Those of the slugs that the country or the campaign has a text for.</summary>
    internal static IReadOnlyList<CountryText> Find(Picture picture, string code, string locale, IReadOnlyList<string> slugs) =>
    [
        .. slugs.Select(slug => Resolve(picture, code, locale, slug)).OfType<ResolvedContent>()
            .Select(content => new CountryText(content.Slug, ContentPage.Of(content).Title, content.IsReviewed)),
    ];

    /// <summary>
    /// A text as a country shows it: the country's own, else the campaign's in the country's wording. The country's page is public in the locale,
    /// and the text is a part of it: what it lacks comes from the fallback chain.
    /// </summary>
    internal static ResolvedContent? Resolve(Picture picture, string code, string locale, string slug)
    {
        if (picture.Find(ContentPage.Type, code, slug) is { OverrideOf: null, Locales.Count: > 0 } own)
        {
            return Resolver.Resolve(picture, own, locale);
        }

        return picture.Find(ContentPage.Type, Scopes.Campaign, slug) is { Locales.Count: > 0 } item
            && Overrides.Resolve(picture, item, code, locale) is { } content
            ? content with { Slug = slug }
            : null;
    }
}
