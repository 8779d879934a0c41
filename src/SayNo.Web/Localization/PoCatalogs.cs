using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SayNo.Content;
using SayNo.Content.Published;
using SayNo.Content.Translating.Files;

namespace SayNo.Web.Localization;

/// <summary>
/// The PO files of a folder, one per language, named by its BCP 47 tag. Adding a file adds a language.
/// A sub-folder holds the texts of one module for editors, whose languages may be fewer.
/// </summary>
public sealed class PoCatalogs : IStringLocalizerFactory
{
    // Who puts one site after another together in a process, as tests do, reads each state of a file once.
    private static readonly ConcurrentDictionary<(string Path, DateTime WrittenAt, long Length), PoCatalog> KnownFiles = [];

    private readonly PublishedContent _published;
    private readonly Dictionary<string, List<PoCatalog>> _catalogs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(SiteSettings Settings, string Locale, bool IsForEditors), PoLocalizer> _localizers = [];

    /// <exception cref="PoException">A file is broken.</exception>
    public PoCatalogs(string folder, PublishedContent published)
    {
        _published = published;

        foreach (var path in Files(folder))
        {
            var catalog = CatalogOf(new(path));

            if (!_catalogs.TryAdd(catalog.Locale, [catalog]))
            {
                _catalogs[catalog.Locale].Add(catalog);
            }
        }
    }

    public IEnumerable<string> Locales => _catalogs.Keys;

    public IStringLocalizer Create(Type resourceSource) => For(CultureInfo.CurrentUICulture.Name);

    public IStringLocalizer Create(string baseName, string location) => For(CultureInfo.CurrentUICulture.Name);

    /// <summary>The texts that visitors read.</summary>
    public PoLocalizer For(string locale) => Find(locale, isForEditors: false);

    /// <summary>The texts that editors read: of the same words, those of the modules go before those for children.</summary>
    public PoLocalizer ForEditors(string locale) => Find(locale, isForEditors: true);

    private PoLocalizer Find(string locale, bool isForEditors)
    {
        var settings = _published.Current.Settings;

        if (_localizers.TryGetValue((settings, locale, isForEditors), out var found))
        {
            return found;
        }

        // Settings change rarely, and old ones are never asked for again.
        if (_localizers.Keys.Any(key => !ReferenceEquals(key.Settings, settings)))
        {
            _localizers.Clear();
        }

        return _localizers.GetOrAdd((settings, locale, isForEditors), key => new(key.Locale, [.. ChainOf(key.Settings.Locales, key.Locale, key.IsForEditors)]));
    }

    // Those for visitors, which lie in the folder itself, come first.
    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.po", SearchOption.AllDirectories)
            .OrderBy(path => Path.GetRelativePath(folder, path).Contains(Path.DirectorySeparatorChar)).ThenBy(path => path, StringComparer.Ordinal)
        : [];

    private static PoCatalog CatalogOf(FileInfo file) => KnownFiles.GetOrAdd((file.FullName, file.LastWriteTimeUtc, file.Length), _ =>
        new(Path.GetFileNameWithoutExtension(file.Name), PoFile.Parse(ReadText(file.FullName), file.FullName)));

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

    private IEnumerable<PoCatalog> ChainOf(Locales locales, string locale, bool isForEditors) => locales.Chain(locale)
        .Select(one => _catalogs.GetValueOrDefault(one) ?? Enumerable.Empty<PoCatalog>())
        .SelectMany(catalogs => isForEditors ? catalogs.Reverse() : catalogs);
}
