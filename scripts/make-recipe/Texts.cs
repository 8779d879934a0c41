using static MakeRecipe.Values;

namespace MakeRecipe;

/// <summary>The campaign's own wording as items: the advice steps and the pages of running text.</summary>
internal static class Texts
{
    // Their own titles would tell whoever reads the browser's history what has happened.
    private static readonly string[] Telling = ["already-paid", "already-sent"];

    private static readonly string[] PageSlugs = ["about", "privacy", "safety", "accessibility", "already-paid", "already-sent", "parents", "friend"];

    public static IEnumerable<Item> Steps(CampaignData data) => data.Steps.Select(step => new Item("Step", "EU", step.Slug)
    {
        Name = step.Translations["en"].Title,
        Order = step.Order,
        Neutral = [],
        Variants = [.. step.Translations.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => Step(text.Key, text.Value, WordsFor(data.Keywords.Steps, step.Slug, text.Key)))],
    });

    public static IEnumerable<Item> Pages(CampaignData data)
    {
        var written = data.Steps.SelectMany(step => step.Translations.Keys).ToHashSet();

        foreach (var slug in PageSlugs)
        {
            var texts = data.Pages.Where(page => page.Slug == slug).ToList();
            var missing = written.Except(texts.Select(page => page.Locale)).Order(StringComparer.Ordinal).ToList();

            if (missing is not [])
            {
                Console.Error.WriteLine($"The page \"{slug}\" is missing in {string.Join(", ", missing)}.");
            }

            yield return new("Page", "EU", slug)
            {
                Name = texts.Single(page => page.Locale == "en").Title,
                Order = Array.IndexOf(PageSlugs, slug) + 1,
                Neutral = [],
                Variants = [.. texts.OrderBy(page => page.Locale, StringComparer.Ordinal)
                    .Select(page => Page(page, data, WordsFor(data.Keywords.Pages, slug, page.Locale)))],
            };
        }
    }

    public static IEnumerable<Item> Alerts(CampaignData data) => data.Alerts.Select(alert => new Item("AlertTemplate", "EU", alert.Slug)
    {
        Name = alert.Translations["en"].Title,
        Order = alert.Order,
        Neutral = [],
        Variants = [.. alert.Translations.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => new Variant(
            text.Key, text.Value.Title, Of(("Title", Text(text.Value.Title)), ("Body", Markdown(text.Value.Body))), text.Value.Reviewed))],
    });

    private static Variant Step(string locale, StepText text, string? keywords) => new(
        locale,
        text.Title,
        Of(("Title", Text(text.Title)), ("Summary", Text(text.Summary)), ("Body", Markdown(text.Body)), ("Keywords", Text(keywords))),
        text.Reviewed);

    // Nobody but their writers has read these pages, the English ones included.
    private static Variant Page(PageText page, CampaignData data, string? keywords) => new(
        page.Locale,
        page.Title,
        Of(
            ("Title", Text(page.Title)),
            ("Body", Markdown(page.Body)),
            ("Keywords", Text(keywords)),
            ("PageTitle", Telling.Contains(page.Slug) ? Text(data.Intros[page.Locale].PageTitle) : null)),
        Reviewed: false);

    private static string? WordsFor(Dictionary<string, Dictionary<string, string>> keywords, string slug, string locale) =>
        keywords.GetValueOrDefault(slug)?.GetValueOrDefault(locale);
}
