using System.Text.RegularExpressions;
using SayNo.Content.Translating.Files;

namespace SayNo.Web.Localization;

/// <summary>Refuses translations that would fail, or lose a number or a date, when they are shown.</summary>
internal static partial class PoCheck
{
    public static void Demand(string file, PoEntry entry, PluralRule plurals)
    {
        if (entry.PluralId is not null && entry.Translations.Count != plurals.Count)
        {
            throw new PoException(
                file, entry.Line, $"\"{entry.Id}\" has {entry.Translations.Count} plural forms, but the language has {plurals.Count} by Plural-Forms.");
        }

        var allowed = Placeholders(entry.Id).Union(Placeholders(entry.PluralId ?? "")).ToHashSet();

        foreach (var translation in entry.Translations.Where(text => text.Length > 0))
        {
            DemandPlaceholders(file, entry, translation, allowed);
        }
    }

    private static void DemandPlaceholders(string file, PoEntry entry, string translation, HashSet<string> allowed)
    {
        var used = Placeholders(translation).ToHashSet();

        if (used.Except(allowed).FirstOrDefault() is { } unknown)
        {
            throw new PoException(file, entry.Line, $"The translation of \"{entry.Id}\" has {unknown}, which the English text does not have.");
        }

        // "One country" may go without its number; any other sentence may not.
        if (entry.PluralId is null && allowed.Except(used).FirstOrDefault() is { } missing)
        {
            throw new PoException(file, entry.Line, $"The translation of \"{entry.Id}\" lacks {missing}.");
        }

        if (Placeholder().Replace(translation, "").AsSpan().ContainsAny('{', '}'))
        {
            throw new PoException(file, entry.Line, $"The translation of \"{entry.Id}\" has a curly bracket that is no placeholder such as {{0}}.");
        }
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\{[0-9](:[A-Za-z]?[0-9]+)?\}")]
    private static partial Regex Placeholder();
}
