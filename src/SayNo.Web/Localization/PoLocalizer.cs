using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;
using SayNo.Content.Fields;

namespace SayNo.Web.Localization;

/// <summary>Says the interface's texts in one language; what it lacks comes from the languages it falls back to, at last as it is written in the code.</summary>
public sealed class PoLocalizer : IStringLocalizer
{
    private readonly IReadOnlyList<PoCatalog> _chain;
    private readonly ConcurrentDictionary<string, LocalizedString> _missing = new(StringComparer.Ordinal);

    internal PoLocalizer(string locale, IReadOnlyList<PoCatalog> chain)
    {
        _chain = chain;
        Culture = CultureInfo.GetCultureInfo(locale);
    }

    public CultureInfo Culture { get; }

    public LocalizedString this[string name] => Find(name) ?? _missing.GetOrAdd(name, static text => new(text, text, resourceNotFound: true));

    public LocalizedString this[string name, params object[] arguments] =>
        this[name] is var text ? new(name, string.Format(Culture, text.Value, arguments), text.ResourceNotFound) : text;

    /// <summary>A sentence of the engine; labels of fields within it are translated as well.</summary>
    public string Say(Sentence sentence) => string.Format(
        Culture, this[sentence.Pattern].Value, [.. sentence.Values.Select(value => value is string text ? this[text].Value : value)]);

    /// <summary>The form of the text for a number, which fills <c>{0}</c>.</summary>
    public string Plural(long number, string one, string many)
    {
        foreach (var catalog in _chain)
        {
            if (catalog.Find(one, number) is { } form)
            {
                return string.Format(Culture, form, number);
            }
        }

        return string.Format(Culture, number == 1 ? one : many, number);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        (includeParentCultures ? _chain : _chain.Take(1)).SelectMany(catalog => catalog.All).DistinctBy(text => text.Name);

    private LocalizedString? Find(string name)
    {
        foreach (var catalog in _chain)
        {
            if (catalog.Find(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
