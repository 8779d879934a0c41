using System.Text.Json.Nodes;

namespace SayNo.Content;

/// <summary>The languages of the site, and what each falls back to.</summary>
public sealed class Locales
{
    private readonly Dictionary<string, IReadOnlyList<string>> _chains = new(StringComparer.OrdinalIgnoreCase);

    private Locales(string main, IEnumerable<string> supported, Dictionary<string, string[]> fallbacks)
    {
        Main = main;
        Supported = [.. supported.Append(main).Distinct().Order(StringComparer.Ordinal)];

        foreach (var locale in Supported)
        {
            _chains[locale] = [.. ChainOf(locale, fallbacks)];
        }
    }

    /// <summary>The locale at the end of every chain.</summary>
    public string Main { get; }

    /// <summary>BCP 47 tags in ordinal order.</summary>
    public IReadOnlyList<string> Supported { get; }

    /// <summary>The site's own spelling of a tag, such as <c>sr-Latn</c> for <c>SR-latn</c>; none if the site lacks the locale.</summary>
    public string? Find(string? tag) => tag is not null && _chains.TryGetValue(tag, out var chain) ? chain[0] : null;

    /// <summary>The locales to look in, the asked one first.</summary>
    public IReadOnlyList<string> Chain(string locale) => _chains.GetValueOrDefault(locale) ?? [locale, Main];

    internal static Locales From(JsonObject? localization, JsonObject? own)
    {
        var main = (string?)localization?["DefaultCulture"] ?? "en";
        var supported = (localization?["SupportedCultures"] as JsonArray)?.Select(tag => (string)tag!) ?? [];
        var fallbacks = (own?["Fallbacks"] as JsonObject)?.ToDictionary(
            pair => pair.Key, pair => pair.Value!.AsArray().Select(tag => (string)tag!).ToArray()) ?? [];

        return new(main, supported, fallbacks);
    }

    private IEnumerable<string> ChainOf(string locale, Dictionary<string, string[]> fallbacks) =>
        new[] { locale }.Concat(fallbacks.GetValueOrDefault(locale) ?? []).Append(Main).Distinct(StringComparer.Ordinal);
}
