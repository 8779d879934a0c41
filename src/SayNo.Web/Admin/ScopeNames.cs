using System.Collections.Concurrent;
using SayNo.Content;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>What the owners of items are called: the campaign, or a country by its CLDR name in the editor's language.</summary>
public static class ScopeNames
{
    // The name stands for no opinion on the status; the European Union writes it with an asterisk.
    private const string Kosovo = "XK";

    // A language that no country has a word of its own for, as German has for the German of Austria.
    private const string Carrier = "eo";

    private static readonly ConcurrentDictionary<(string Scope, string Reader), string> Countries = [];

    public static string Of(string scope, PoLocalizer l) => scope == Scopes.Campaign
        ? l["The whole campaign"].Value
        : Countries.GetOrAdd((scope, l.Culture.Name), static key => Country(key.Scope, key.Reader));

    /// <summary>The name of a country in a language; its code if CLDR has none.</summary>
    public static string Country(string scope, string reader)
    {
        // The framework tells a country's name only in the country's own language or in English; within a language's name it tells it in any.
        var language = LocaleNames.In($"{Carrier}-{scope}", reader);
        var start = language.IndexOf('(', StringComparison.Ordinal) + 1;
        var end = language.LastIndexOf(')');

        return start > 0 && end > start ? language[start..end] + (scope == Kosovo ? "*" : "") : scope;
    }
}
