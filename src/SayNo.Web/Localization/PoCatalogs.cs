using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SayNo.Content;
using SayNo.Content.Published;

namespace SayNo.Web.Localization;

/// <summary>
/// The PO files of a folder, one per language, named by its BCP 47 tag. Adding a file adds a language.
/// A sub-folder holds the texts of one module, whose languages may be fewer.
/// </summary>
public sealed class PoCatalogs : IStringLocalizerFactory
{
    private readonly PublishedContent _published;
    private readonly Dictionary<string, List<PoCatalog>> _catalogs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(SiteSettings Settings, string Locale), PoLocalizer> _localizers = [];

    /// <exception cref="PoException">A file is broken.</exception>
    public PoCatalogs(string folder, PublishedContent published)
    {
        _published = published;

        foreach (var path in Files(folder))
        {
            var locale = Path.GetFileNameWithoutExtension(path);
            var catalog = new PoCatalog(locale, PoFile.Parse(ReadText(path), path));

            if (!_catalogs.TryAdd(locale, [catalog]))
            {
                _catalogs[locale].Add(catalog);
            }
        }
    }

    public IEnumerable<string> Locales => _catalogs.Keys;

    public PoLocalizer For(string locale)
    {
        var settings = _published.Current.Settings;

        if (_localizers.TryGetValue((settings, locale), out var found))
        {
            return found;
        }

        // Settings change rarely, and old ones are never asked for again.
        if (_localizers.Keys.Any(key => !ReferenceEquals(key.Settings, settings)))
        {
            _localizers.Clear();
        }

        return _localizers.GetOrAdd((settings, locale), key => new(key.Locale, [.. ChainOf(key.Settings.Locales, key.Locale)]));
    }

    public IStringLocalizer Create(Type resourceSource) => For(CultureInfo.CurrentUICulture.Name);

    public IStringLocalizer Create(string baseName, string location) => For(CultureInfo.CurrentUICulture.Name);

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.po", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    private static string ReadText(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException exception)
        {
            throw new PoException(path, 1, $"The file is not valid UTF-8 ({exception.Message})");
        }
    }

    private IEnumerable<PoCatalog> ChainOf(Locales locales, string locale) =>
        locales.Chain(locale).SelectMany(one => _catalogs.GetValueOrDefault(one) ?? []);
}
