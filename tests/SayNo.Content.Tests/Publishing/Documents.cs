using System.Text.Json;
using SayNo.Content.Published;

namespace SayNo.Content.Tests.Publishing;

/// <summary>Everything that a picture serves, as text by address, so that two pictures can be compared byte by byte.</summary>
internal static class Documents
{
    /// <summary>Each variant that is public by itself, and each document in each language in which it is public.</summary>
    public static SortedDictionary<string, string> Of(Picture picture)
    {
        var served = Own(picture);

        foreach (var item in picture.All)
        {
            Assert.Same(item, picture.Find(item.Type, item.Scope, item.Slug));
            Assert.NotEqual(-1, picture.OfType(item.Type).IndexOf(item));

            foreach (var locale in picture.Locales.Supported)
            {
                if (Resolver.Find(picture, item, locale) is { } document)
                {
                    // Which languages an item has is told beside each of them; what is public in all says so, whatever notes it has.
                    var isInAll = item.Neutral is not null && !picture.Types[item.Type].NeedsTexts;
                    var told = document with { Locales = isInAll ? document.Locales : [], Order = 0 };
                    served[$"{item.Id}/{locale}/document"] = JsonSerializer.Serialize(told);
                }
            }
        }

        return served;
    }

    public static SortedDictionary<string, string> Own(Picture picture)
    {
        var served = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var item in picture.All)
        {
            foreach (var (locale, version) in item.Locales.Append(KeyValuePair.Create("", item.Neutral!)).Where(pair => pair.Value is not null))
            {
                served[$"{item.Id}/{locale}"] = $"{version.Id} {version.Values}";
            }
        }

        return served;
    }

    /// <summary>
    /// Without what the acts may change: the variant itself and its document; the other documents of its item only where they take a missing
    /// field from it, which is the main language's part, or what all languages share.
    /// </summary>
    public static List<KeyValuePair<string, string>> Without(SortedDictionary<string, string> served, IReadOnlyList<Touched> touched) =>
        [.. served.Where(pair => !touched.Any(one => one.MayChange(pair.Key)))];
}

/// <summary>What an act may change of what is served: nothing at all, one item in one locale, or one item.</summary>
internal sealed record Touched(string? Item, string? Locale)
{
    public static Touched Nothing { get; } = new(null, null);

    public bool MayChange(string address)
    {
        if (Item is null || !address.StartsWith(Item, StringComparison.Ordinal))
        {
            return false;
        }

        var isDocument = address.EndsWith("/document", StringComparison.Ordinal);

        return Locale is null
            || address == $"{Item}/{Locale}"
            || address == $"{Item}/{Locale}/document"
            || (isDocument && Locale is "" or "en");
    }
}
