using SayNo.Campaign.Countries;
using SayNo.Content.Published;
using SayNo.Web.Media;

namespace SayNo.Campaign.Films;

/// <summary>Finds the film for a country page.</summary>
internal sealed class FilmChooser(MediaFolder media)
{
    private const string LastResort = "en";

    /// <summary>
    /// The film in the page's language, the country's own version before another country's; else the country's main film; else an English one.
    /// Films that can be seen go before those whose address nobody knows yet.
    /// </summary>
    public FilmChoice? Choose(Picture picture, CountryPage country)
    {
        var films = picture.OfType("Film").Select(item => Read(picture, item, country.Content.Locale)).OfType<Film>().ToList();
        var toSee = films.Where(film => film.IsToSee).ToList();

        if ((Choose(toSee, country) ?? Choose(films, country)) is not { } chosen)
        {
            return null;
        }

        return new(chosen, SpokenLanguage.IsSame(chosen.Language, country.Content.Locale))
        {
            Others = [.. toSee.Where(film => film != chosen && film.Content.Scope == country.Code && film.Language != chosen.Language)],
        };
    }

    private static Film? Choose(List<Film> films, CountryPage country)
    {
        var own = films.Where(film => film.Content.Scope == country.Code).ToList();
        var locale = country.Content.Locale;

        return InLanguage(own, locale)
            ?? InLanguage(films, locale)
            ?? country.FilmLanguages.Select(language => InLanguage(own, language)).FirstOrDefault(film => film is not null)
            ?? own.FirstOrDefault()
            ?? InLanguage(films, LastResort);
    }

    private Film? Read(Picture picture, PublishedItem item, string locale) =>
        Resolver.Resolve(picture, item, locale) is { } content ? Film.Of(item, content, media) : null;

    private static Film? InLanguage(List<Film> films, string language) =>
        films.FirstOrDefault(film => film.Language == language) ?? films.FirstOrDefault(film => SpokenLanguage.IsSame(film.Language, language));
}
