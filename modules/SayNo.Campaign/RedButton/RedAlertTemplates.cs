using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Campaign.RedButton;

/// <summary>The alerts that are kept ready in all languages, and what becomes of them with somebody's own words.</summary>
public sealed class RedAlertTemplates(PublishedContent published)
{
    public const string Type = "AlertTemplate";

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<PublishedItem> All => [.. published.Public.OfType(Type, Scopes.Campaign).Where(item => !item.Locales.IsEmpty)];

    public PublishedItem? Find(string? id) => All.FirstOrDefault(item => item.Id == id);

    /// <summary>What a template says to somebody who reads a language.</summary>
    public RedAlertText TextOf(PublishedItem template, string locale)
    {
        var chain = published.Public.Locales.Chain(locale).Concat(template.Locales.Keys);
        var version = chain.Select(one => template.Locales.GetValueOrDefault(one)).OfType<PublishedVersion>().First();

        return new(version.Values.Text("Title") ?? template.Slug, version.Values.Text("Body") ?? "", IsOwn: false, version.IsReviewed);
    }

    /// <summary>What an alert says in each language: own words where there are some, else the template's.</summary>
    public IReadOnlyDictionary<string, RedAlertText> TextsOf(PublishedItem template, IEnumerable<string> locales, IReadOnlyList<OwnWords> own)
    {
        var texts = new SortedDictionary<string, RedAlertText>(StringComparer.Ordinal);

        foreach (var locale in locales.Where(locale => template.Locales.ContainsKey(locale)).Concat(own.Select(words => words.Locale)).Distinct())
        {
            texts[locale] = own.FirstOrDefault(words => words.Locale == locale) is { } words
                ? new(words.Title, words.Body, IsOwn: true, IsReviewed: true)
                : TextOf(template, locale);
        }

        return texts;
    }
}
