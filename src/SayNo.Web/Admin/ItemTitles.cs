using System.Runtime.CompilerServices;
using System.Text.Json;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Web.Admin;

/// <summary>
/// What items are called on the screens of the admin: by the first required text that each language has, else by the first that is the same
/// in all of them, such as an organisation, else by the name in addresses.
/// </summary>
public sealed class ItemTitles(PublishedContent published)
{
    private static readonly ConditionalWeakTable<ContentType, IReadOnlyList<Field>> Known = [];

    /// <summary>The fields that name an item of a type, the best one first.</summary>
    public static IReadOnlyList<Field> FieldsOf(ContentType type) => Known.GetValue(type, FindFields);

    /// <summary>What an item is called.</summary>
    /// <param name="item">The item.</param>
    /// <param name="reader">The locale of whoever reads it; what is missing in it comes from its fallbacks, then from the country's languages in its order, then from any.</param>
    public ItemTitle Of(NamedItem item, string reader)
    {
        var picture = published.Current;
        var chain = picture.Locales.Chain(reader);

        return Texts(picture, item, chain).Concat(Original(picture, item, chain)).FirstOrDefault() ?? new(item.Slug, "");
    }

    /// <summary>All names of an item in all languages, for searching.</summary>
    public IEnumerable<string> AllOf(NamedItem item)
    {
        var picture = published.Current;

        return Texts(picture, item, []).Concat(Original(picture, item, [])).Select(title => title.Text).Append(item.Slug);
    }

    private static IReadOnlyList<Field> FindFields(ContentType type) =>
    [
        .. type.Fields.OfType<TextField>().Where(field => field is { Required: true, Format: null, IsInternal: false })
            .GroupBy(field => field.Localized).Select(group => group.First())
            .OrderByDescending(field => field.Localized),
    ];

    // A country's wording that does not name itself is called what the campaign's text is called.
    private static IEnumerable<ItemTitle> Original(Picture picture, NamedItem item, IReadOnlyList<string> chain) =>
        item.OverrideOf is { } id && picture.Find(id) is { } original ? Texts(picture, NamedItem.Of(original), chain) : [];

    private static IEnumerable<ItemTitle> Texts(Picture picture, NamedItem item, IReadOnlyList<string> first)
    {
        if (!picture.Types.TryGetValue(item.Type, out var type))
        {
            yield break;
        }

        var shown = picture.Find(item.Id);
        var others = (shown?.Locales.Keys ?? []).Concat(item.Drafts.Keys).Where(locale => locale.Length > 0).Order(StringComparer.Ordinal);
        var own = shown is null ? [] : CountryLanguages.Of(picture, shown.Scope);
        var locales = first.Concat(own).Concat(others).Distinct().ToList();

        foreach (var field in FieldsOf(type))
        {
            foreach (var locale in field.Localized ? locales : [""])
            {
                var values = item.Drafts.GetValueOrDefault(locale) ?? (locale.Length == 0 ? shown?.Neutral : shown?.Locales.GetValueOrDefault(locale))?.Values;

                if (values?[field.Name] is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                {
                    yield return new(text, locale);
                }
            }
        }
    }
}

/// <summary>An item whose name is asked for.</summary>
public sealed record NamedItem
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Slug { get; init; }

    public string? OverrideOf { get; init; }

    /// <summary>The drafts by locale, the neutral one under the empty locale. What is public is known without them.</summary>
    public IReadOnlyDictionary<string, ContentValues> Drafts { get; init; } = new Dictionary<string, ContentValues>();

    public static NamedItem Of(PublishedItem item) => new() { Id = item.Id, Type = item.Type, Slug = item.Slug, OverrideOf = item.OverrideOf };
}

/// <summary>What an item is called.</summary>
/// <param name="Text">The name.</param>
/// <param name="Locale">The locale that the name is written in; empty if it is the same in every language.</param>
public sealed record ItemTitle(string Text, string Locale)
{
    /// <summary>For the attribute <c>lang</c>; none if the name belongs to no language.</summary>
    public string? Lang => Locale.Length == 0 ? null : Locale;
}
