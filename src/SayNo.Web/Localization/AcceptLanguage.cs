using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SayNo.Web.Localization;

/// <summary>Reads what languages a visitor's browser asks for. It only ever suggests.</summary>
public static class AcceptLanguage
{
    private const int LongestHeader = 500;
    private const int MostTags = 20;

    // Written alike, or another name for the same.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["no"] = "nb",
        ["nn"] = "nb",
        ["sh"] = "sr-Latn",
        ["cnr"] = "sr-Latn",
        ["mo"] = "ro",
        ["sr-Cyrl"] = "sr",
        ["sr-ME"] = "sr-Latn",
    };

    /// <summary>The tags the header asks for, the most wanted first; none if it is missing or garbage.</summary>
    public static IReadOnlyList<string> Tags(StringValues header) =>
        header.ToString() is { Length: > 0 and <= LongestHeader }
        && StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var parsed)
            ? [.. parsed.Where(one => one.Quality is not 0).OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.ToString()).Take(MostTags)]
            : [];

    /// <summary>The first of the locales that the header asks for, by RFC 4647's lookup; null if it asks for none of them.</summary>
    public static string? Best(StringValues header, IReadOnlyCollection<string> locales) =>
        Tags(header).Select(tag => Lookup(tag, locales)).FirstOrDefault(found => found is not null);

    private static string? Lookup(string tag, IReadOnlyCollection<string> locales)
    {
        for (var rest = tag; rest.Length > 0; rest = rest.LastIndexOf('-') is var dash and > 0 ? rest[..dash] : "")
        {
            var wanted = Aliases.GetValueOrDefault(rest, rest);

            if (locales.FirstOrDefault(locale => locale.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
