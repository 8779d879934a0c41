using System.Collections.Frozen;
using Microsoft.Extensions.Localization;

namespace SayNo.Web.Localization;

/// <summary>The interface in one language: its own texts.</summary>
internal sealed class PoCatalog(string locale, PoFile file)
{
    private readonly FrozenDictionary<string, LocalizedString> _texts = file.Entries
        .Where(entry => entry is { Context: null, PluralId: null } && entry.Translations[0].Length > 0)
        .ToFrozenDictionary(entry => entry.Id, entry => new LocalizedString(entry.Id, entry.Translations[0]), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _plurals = file.Entries
        .Where(entry => entry is { Context: null, PluralId: not null } && entry.Translations.All(text => text.Length > 0))
        .ToFrozenDictionary(entry => entry.Id, entry => entry.Translations, StringComparer.Ordinal);

    public string Locale => locale;

    public IEnumerable<LocalizedString> All => _texts.Values;

    public LocalizedString? Find(string text) => _texts.GetValueOrDefault(text);

    public string? Find(string one, long number) => _plurals.GetValueOrDefault(one)?[file.Plurals.FormOf(number)];
}
