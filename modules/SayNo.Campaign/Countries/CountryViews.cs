using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SayNo.Campaign.Films;
using SayNo.Content.Published;
using SayNo.Web.Media;

namespace SayNo.Campaign.Countries;

/// <summary>Puts country pages together, each once per picture.</summary>
public sealed class CountryViews(TimeProvider time, MediaFolder media)
{
    private readonly FilmChooser _films = new(media);
    private readonly ConditionalWeakTable<Picture, ConcurrentDictionary<(string Code, string Locale), CountryView>> _views = [];

    /// <summary>The page of a country in one of the locales in which it is public; else null.</summary>
    /// <param name="picture">What to read.</param>
    /// <param name="code">ISO 3166-1 alpha-2, upper case.</param>
    /// <param name="locale">A locale in the site's spelling.</param>
    public CountryView? Find(Picture picture, string code, string locale)
    {
        var views = _views.GetOrCreateValue(picture);
        var now = time.GetUtcNow().UtcDateTime;

        if (views.TryGetValue((code, locale), out var found) && (found.ValidUntil is null || now < found.ValidUntil))
        {
            return found;
        }

        return CountryOf(picture, code) is { } item && Resolver.Find(picture, item, locale) is { } content
            ? views[(code, locale)] = new CountryViewMaker(picture, CountryPage.Of(content), _films, now).Make()
            : null;
    }

    /// <summary>The item of a country's page.</summary>
    public static PublishedItem? CountryOf(Picture picture, string code) =>
        picture.Find(CountryPage.Type, code, code.ToLowerInvariant()) ?? picture.OfType(CountryPage.Type, code).FirstOrDefault();
}
