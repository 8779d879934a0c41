using SayNo.Campaign.Countries;
using SayNo.Content.Published;

namespace SayNo.Campaign.Films;

/// <summary>Finds the film for a country page.</summary>
internal static class FilmChooser
{
    private const string LastResort = "en";

    /// <summary>
    /// The film in the page's language, the country's own version before another country's; else the country's main film; else an English one.
    /// </summary>
    public static FilmChoice? Choose(Picture picture, CountryPage country)
    {
        var films = picture.OfType("Film").Select(item => Resolver.Resolve(picture, item, country.Content.Locale))
            .OfType<ResolvedContent>().Select(Film.Of).ToList();
        var own = films.Where(film => film.Content.Scope == country.Code).ToList();
        var locale = country.Content.Locale;

        var chosen = InLanguage(own, locale)
            ?? InLanguage(films, locale)
            ?? country.FilmLanguages.Select(language => InLanguage(own, language)).FirstOrDefault(film => film is not null)
            ?? own.FirstOrDefault()
            ?? InLanguage(films, LastResort);

        return chosen is null ? null : new(chosen, SpokenLanguage.IsSame(chosen.Language, locale));
    }

    private static Film? InLanguage(List<Film> films, string language) =>
        films.FirstOrDefault(film => film.Language == language) ?? films.FirstOrDefault(film => SpokenLanguage.IsSame(film.Language, language));
}
